/**
 * Tables that only lay out a page, as those of newsletters and old editors do: around other tables, of one row or one
 * column. Leaves what all other tables hold to `html.ts`.
 */
import { Parser } from 'htmlparser2';

interface OpenTable {
  readonly start: number;
  rows: number;
  cells: number;
  widest: number;
  /** Whether a table in it is one of data. */
  holdsData: boolean;
}

/** Where in an HTML text tables begin that compare nothing: what is in them is read as if they were not there. */
export function layoutTables(html: string): ReadonlySet<number> {
  const found = new Set<number>();
  const open: OpenTable[] = [];
  const parser = new Parser(
    {
      onopentagname(name) {
        const table = open.at(-1);
        if (name === 'table') open.push({ start: parser.startIndex, rows: 0, cells: 0, widest: 0, holdsData: false });
        else if (table && name === 'tr') {
          table.rows++;
          table.cells = 0;
        } else if (table && (name === 'td' || name === 'th')) {
          table.widest = Math.max(table.widest, ++table.cells);
        }
      },
      onclosetag(name) {
        const table = name === 'table' ? open.pop() : undefined;
        if (!table) return;
        const isData = table.rows > 1 && table.widest > 1 && !table.holdsData;
        if (!isData) found.add(table.start);
        const around = open.at(-1);
        if (around && (isData || table.holdsData)) around.holdsData = true;
      },
    },
    { lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return found;
}
