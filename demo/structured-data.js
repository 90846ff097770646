// Writes below each example what search engines find in the page about it.
const show = () => {
  const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) =>
    JSON.parse(textContent),
  );
  for (const place of document.querySelectorAll('[data-said]')) {
    const block = blocks.find(({ name }) => name === place.dataset.said);
    place.firstElementChild.textContent = block ? JSON.stringify(block, null, 2) : 'Nothing.';
  }
};

new MutationObserver(show).observe(document.head, { childList: true });
show();
