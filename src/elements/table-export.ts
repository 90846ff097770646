/**
 * What a table shows as a file, or for the clipboard: every product in its order, whatever of them is drawn. Leaves the
 * marks and the escaping of CSV and Markdown to the rows.
 */
import { html, type TemplateResult } from 'lit';
import { type Product, slugOf } from '../model/comparison.js';
import { offersOf } from '../model/offer.js';
import type { ProductScore } from '../model/score.js';
import { isRecord } from '../model/shape.js';
import { parseUrl } from '../model/url.js';
import type { WrittenCell } from '../rows/cell.js';
import { writeCsvRows } from '../rows/csv.js';
import { writeMarkdownRows } from '../rows/markdown.js';
import { writtenPrice } from './offers.js';
import { isPriceShown } from './page-links.js';
import type { Locale } from './strings.js';
import type { TableColumn } from './table-columns.js';
import { matrixColumns } from './table-matrix.js';
import type { Plan } from './table-plan.js';
import { shareOf } from './templates.js';

const formats = { CSV: 'csv', Markdown: 'md', JSON: 'json' } as const;

export type ExportFormat = keyof typeof formats;

type Raw = string | number | boolean | readonly Raw[] | { readonly [member: string]: Raw } | null;

/** A value as it is written, and as it is. */
interface Value extends WrittenCell {
  readonly raw: Raw;
}

/** A column as it is exported; a score is the publisher's wherever its heading is not the reader's. */
type Exported = Pick<TableColumn, 'id' | 'label' | 'kind' | 'type'> & { readonly isReaders?: boolean };

const none: Value = { lines: [], raw: null };

/** Offers as they are shown, and as the document has them, in the order that they are shown in. */
function offersIn(product: Product, { comparison, date }: Pick<Plan, 'comparison' | 'date'>, locale: Locale): Value {
  const offers = offersOf(comparison, product, date);
  return {
    lines: offers.map((offer) => {
      const { seller, asOf } = offer;
      if (!isPriceShown(offer)) return locale.checkPriceAt(seller);
      const said = asOf ? locale.asOf(asOf) : locale.undated;
      return `${seller}: ${writtenPrice(offer, comparison, locale)} (${said})`;
    }),
    raw: offers.map(({ index }) => ({ ...product.offers?.[index] })),
  };
}

function valueIn({ id, kind }: Exported, product: Product, score: ProductScore, locale: Locale): Value {
  const { name, url, bestFor, scores, cells } = product;
  const { composite, partial } = score;
  if (kind === 'name') return { lines: [name], url, raw: name };
  if (kind === 'bestFor') return bestFor ? { lines: [bestFor], raw: bestFor } : none;
  if (kind === 'score') {
    if (composite === undefined) return none;
    const remark = partial ? ` (${locale.partial(shareOf(partial, locale))})` : '';
    return { lines: [composite + remark], raw: Number(composite) };
  }
  if (kind === 'criterion') {
    const value = scores[id]?.value;
    return value === undefined ? none : { lines: [String(value)], raw: value };
  }
  const { type, text, quantity, items, checked = false, url: address } = cells[id] ?? { type: 'missing', text: '' };
  if (type === 'missing') return none;
  if (type === 'boolean') return { lines: [checked ? locale.yes : locale.no], raw: checked };
  if (type === 'list') return { lines: items ?? [], raw: items ?? [] };
  // What was only said to be about, at least or at most a number is none, nor is a range.
  const { value = Number.NaN, max, approximate, bound } = quantity ?? {};
  const isNumber = text === String(value) || (type === 'number' && max === undefined && !approximate && !bound);
  return { lines: [text], url: address, raw: isNumber ? value : text };
}

/** Lists and members by hand: pages have changed what `JSON.stringify` makes of them. */
function writeJson(rows: readonly (readonly (readonly [key: string, value: Raw])[])[]): string {
  const write = (value: Raw): string => {
    if (Array.isArray(value)) return `[${value.map(write).join(', ')}]`;
    if (!isRecord(value)) return JSON.stringify(value);
    return `{ ${Object.entries(value as object)
      .map(([key, member]) => `${write(key)}: ${write(member)}`)
      .join(', ')} }`;
  };
  const members = (row: (typeof rows)[number]) => row.map(([key, value]) => `    ${write(key)}: ${write(value)}`);
  return `[\n${rows.map((row) => `  {\n${members(row).join(',\n')}\n  }`).join(',\n')}\n]\n`;
}

/** The columns and all products that a plan has, as text; addresses are made absolute, since the text leaves its page. */
export function writeTable(plan: Plan, format: ExportFormat, locale: Locale): string {
  const { all, scores, published, layout, onlyDifferences } = plan;
  const columns = matrixColumns(plan, layout === 'matrix' && onlyDifferences).flatMap(
    (column): Exported | readonly Exported[] => {
      if (column.kind !== 'score' || !published) return column;
      const { yourScore, publishersScore } = locale;
      // Whoever reads `score` gets the publisher's, whatever weights the reader has chosen.
      return [
        { ...column, id: 'scoreByReader', label: yourScore, isReaders: true },
        { ...column, label: publishersScore },
      ];
    },
  );
  const rows = all.map((product) =>
    columns.map((column) => {
      const own = scores.get(product) as ProductScore;
      const score = (!column.isReaders && published?.get(product)) || own;
      const value =
        column.kind === 'offers' ? offersIn(product, plan, locale) : valueIn(column, product, score, locale);
      return { score, ...value };
    }),
  );
  if (format === 'JSON') {
    return writeJson(
      rows.map((row) =>
        row.flatMap(({ score: { partial }, raw }, index): (readonly [string, Raw])[] => {
          const { id, kind } = columns[index] as Exported;
          // A score that rests on a part of the weight never stands there like a full one.
          const isPartial = kind === 'score' && partial;
          return [[id, raw], ...(isPartial ? [[`${id}RestsOn`, partial.share.toNumber()] as const] : [])];
        }),
      ),
    );
  }
  const cells = rows.map((row) =>
    row.map(({ lines, url }): WrittenCell => ({ lines, url: url && (parseUrl(url, document.baseURI) ?? url) })),
  );
  const header = columns.map(({ label }): WrittenCell => ({ lines: [label] }));
  if (format === 'Markdown') return writeMarkdownRows([header, ...cells]);
  const isLink = columns.map(({ type }) => type === 'link');
  return writeCsvRows(
    [header, ...cells].map((row) => row.map(({ lines, url }, index) => (isLink[index] && url) || lines.join('; '))),
  );
}

/** Gives the reader a file, named by a title in whatever script that is. */
export function saveFile(text: string, title: string, format: ExportFormat): void {
  const link = document.createElement('a');
  // Spreadsheets take a file without a byte order mark for the computer's old encoding.
  const blob = new Blob([format === 'CSV' ? '\ufeff' : '', text], { type: `text/${formats[format]};charset=utf-8` });
  link.href = URL.createObjectURL(blob);
  // With an ending a name has at most 255 bytes.
  link.download = `${[...slugOf(title)].slice(0, 60).join('') || 'comparison'}.${formats[format]}`;
  // It stands nowhere in the page, whose own listeners and routers see nothing of it.
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Closes the menu, with the focus back on its button. */
function close(menu: HTMLDetailsElement): void {
  menu.querySelector('summary')?.focus();
  menu.open = false;
}

/** The button that opens the menu, and the menu. */
export function exportMenu(locale: Locale, onExport: (format: ExportFormat, copies: boolean) => void): TemplateResult {
  const menuOf = ({ currentTarget }: Event) => currentTarget as HTMLDetailsElement;
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menuOf(event).open) return;
    event.stopPropagation();
    close(menuOf(event));
  };
  const onFocusOut = (event: FocusEvent) => {
    if (!menuOf(event).contains(event.relatedTarget as Node | null)) menuOf(event).open = false;
  };
  // Not every browser gives the focus to what was clicked, and the menu goes by that.
  const onToggle = (event: Event) => menuOf(event).open && menuOf(event).querySelector('summary')?.focus();
  const entry = (format: ExportFormat, copies: boolean) =>
    html`<button type="button" @click=${({ target }: Event) => {
      close((target as Element).closest('details') as HTMLDetailsElement);
      onExport(format, copies);
    }}>${(copies ? locale.copy : locale.save)(format)}</button>`;
  return html`<details class="export" part="export" @keydown=${onKeydown} @focusout=${onFocusOut} @toggle=${onToggle}>
    <summary part="button">${locale.export}</summary>
    <div class="menu" part="menu" tabindex="-1">${[false, true].map(
      (copies) => html`<div>${(Object.keys(formats) as ExportFormat[]).map((format) => entry(format, copies))}</div>`,
    )}</div>
  </details>`;
}
