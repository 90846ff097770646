// Shows the file that stands beside this one.
const place = document.querySelector('#markdown');
fetch('newsletter/coffee.md')
  .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(`${answer.status}`))))
  .then((text) => {
    place.textContent = text;
  })
  .catch((error) => console.warn('The Markdown could not be shown:', error));
