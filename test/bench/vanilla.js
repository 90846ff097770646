// What a good developer writes by hand for the same rows and columns, as fast as a plain table gets: one string for
// innerHTML, rows sorted by a key parsed once from each cell and appended again, a search over texts kept in lower case.
// It does less than ours: no ranges, no units, no exact scores, one language, no places for readers of screens.

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text) => String(text ?? '—').replace(/[&<>"]/g, (sign) => escapes[sign]);

/**
 * Puts a slider for the first criterion's weight and a table of the document's products into `place`, for a sorter of
 * others: with each move all scores are worked out again, in binary floating point, and `sort` is called.
 */
export function weighedTable(place, text, sort) {
  const { rubric, columns, products } = JSON.parse(text);
  const [first, ...others] = rubric.criteria;
  const whole = others.reduce((sum, { weight }) => sum + weight, 0);
  const heads = ['Product', 'Score', ...columns.map(({ label }) => label)];
  const rows = products.map(({ name, specs }) => {
    const cells = columns.map(({ id }) => `<td>${escapeHtml(specs[id])}</td>`);
    return `<tr><th scope="row"><b>${escapeHtml(name)}</b></th><td></td>${cells.join('')}</tr>`;
  });
  place.innerHTML = `<label>${escapeHtml(first.label)} <input type="range" min="0" max="100"></label>
    <table class="sortable"><thead><tr>${heads.map((label, index) => `<th scope="col" ${index === 1 ? 'data-sort-method="number"' : ''}>${escapeHtml(label)}</th>`).join('')}</tr></thead>
    <tbody>${rows.join('')}</tbody></table>`;
  const cells = [...place.querySelector('tbody').rows].map((row) => row.cells[1]);
  const weigh = ({ target }) => {
    const own = Number(target.value);
    for (const [index, { scores }] of products.entries()) {
      const rest = others.reduce((sum, { id, weight }) => sum + (scores[id] * weight * (100 - own)) / whole, 0);
      const score = (scores[first.id] * own + rest) / 100;
      cells[index].dataset.sort = score.toFixed(6);
      cells[index].textContent = score.toFixed(1);
    }
    sort();
  };
  place.querySelector('input').addEventListener('input', weigh);
}

/** Puts a table of the document's products into `place`, best score first; `text` is JSON. */
export function vanillaTable(place, text) {
  const { title, rubric, columns, products, currency, language } = JSON.parse(text);
  const money = new Intl.NumberFormat(language, { style: 'currency', currency, minimumFractionDigits: 0 });
  const write = { number: (value) => money.format(value), boolean: (value) => (value ? '✓ Yes' : '✗ No') };
  const whole = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const rows = products.map((product) => {
    const sum = rubric.criteria.reduce((rest, { id, weight }) => rest + weight * product.scores[id], 0);
    return { product, score: sum / whole };
  });
  rows.sort((a, b) => (b.score || 0) - (a.score || 0));
  const html = rows.map(({ product: { name, specs }, score }, index) => {
    const cells = columns.map(({ id }) => {
      const value = specs[id];
      return `<td>${escapeHtml(write[typeof value]?.(value) ?? value)}</td>`;
    });
    const band = rubric.bands.find(({ from }) => score >= from);
    const bar = score ? `<i style="width:${score}px"></i>` : '';
    const number = score ? score.toFixed(1) : '—';
    return `<tr><th scope="row"><span>${index + 1}</span> <b>${escapeHtml(name)}</b></th><td>${number} ${bar} ${band?.label ?? ''}</td>${cells.join('')}</tr>`;
  });
  const heads = ['Product', 'Score', ...columns.map(({ label }) => label)];
  place.innerHTML = `<label>Search <input type="search"></label>
    <table><caption>${escapeHtml(title)}</caption>
    <thead><tr>${heads.map((label) => `<th scope="col"><button>${escapeHtml(label)}</button></th>`).join('')}</tr></thead>
    <tbody>${html.join('')}</tbody></table>`;

  const body = place.querySelector('tbody');
  place.querySelectorAll('thead th').forEach((head, column, heads) => {
    head.addEventListener('click', () => {
      const isDown = head.ariaSort === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.ariaSort = isDown ? 'descending' : 'ascending';
      sortRows(body, column, isDown ? -1 : 1);
    });
  });
  const texts = new Map([...body.rows].map((row, index) => [row, rows[index].product.name.toLowerCase()]));
  place.querySelector('input').addEventListener('input', ({ target }) => {
    const wanted = target.value.trim().toLowerCase();
    for (const [row, name] of texts) row.hidden = !name.includes(wanted);
  });
}

function sortRows(body, column, sign) {
  const keyed = [...body.rows].map((row) => {
    const cell = row.cells[column];
    const text = (column ? cell : cell.lastChild).textContent;
    const number = column ? Number.parseFloat(text.replace(/[^\d.-]/g, '')) : Number.NaN;
    return { row, text, number };
  });
  const collator = new Intl.Collator('en', { numeric: true });
  keyed.sort((a, b) => sign * (a.number - b.number || collator.compare(a.text, b.text)));
  body.append(...keyed.map(({ row }) => row));
}
