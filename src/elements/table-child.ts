/**
 * From a plain `<table>` in the page to a comparison document: the caption is the title, the first row names the
 * columns, the first column names the products. Leaves what the values mean to the model.
 */

/** What a cell says, its lines and entries parted by spaces, and the address of the link in it. */
function read(cell: Element | null | undefined): { text: string; url: string | undefined } {
  const copy = cell?.cloneNode(true) as Element | undefined;
  for (const part of copy?.querySelectorAll('br, li, p') ?? []) part.before(' ');
  const text = copy?.textContent?.replace(/\s+/g, ' ') ?? '';
  return { text: text.trim(), url: copy?.querySelector('a')?.href };
}

/** The document that a table says; without a header row and a body it has no products, which the reading reports. */
export function readTable(table: HTMLTableElement): unknown {
  const [header, ...rows] = [...table.rows].filter((row) => row.cells.length);
  const columns = [...(header?.cells ?? [])].map((cell, index) => ({ id: `column-${index}`, label: read(cell).text }));
  const products = rows.map(({ cells: [first, ...cells] }) => {
    const { text, url } = read(first);
    return {
      name: text,
      url,
      specs: Object.fromEntries(columns.slice(1).map(({ id }, index) => [id, read(cells[index])])),
    };
  });
  return { title: read(table.caption).text, columns: columns.slice(1), products };
}
