/**
 * From a plain `<table>` in the page to a comparison document: the caption is the title, the first row names the
 * columns, the first column names the products. Leaves what the values mean to the model.
 */

const textOf = (cell: Element | undefined): string => cell?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** The document that a table says; without a header row and a body it has no products, which the reading reports. */
export function readTable(table: HTMLTableElement): unknown {
  const [header, ...rows] = [...table.rows].filter((row) => row.cells.length);
  const labels = [...(header?.cells ?? [])].map(textOf);
  const columns = labels.slice(1).map((label, index) => ({ id: `column-${index + 1}`, label }));
  const products = rows.map((row) => {
    const [first, ...cells] = row.cells;
    const url = first?.querySelector('a')?.href;
    const specs = columns.map(({ id }, index) => [id, textOf(cells[index])]);
    return { name: textOf(first), ...(url && { url }), specs: Object.fromEntries(specs) };
  });
  return { title: textOf(table.caption ?? undefined), columns, products };
}
