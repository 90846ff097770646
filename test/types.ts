/** What the public types promise, judged by the compiler: nothing here runs. */
import type {
  Cell,
  Column,
  ColumnType,
  Comparison,
  Criterion,
  Diagnostic,
  DiagnosticCode,
  Fraction,
  Product,
  ProductScore,
  Ranking,
  ReadResult,
  Rubric,
  SortKey,
  Weights,
} from '../src/model/index.js';
import { parseQuantity, type parseSort, readComparison, scoreProducts, writeSort } from '../src/model/index.js';

/** Exactly the same type: neither wider nor narrower. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function check<_ extends true>(): void;

/** A comparison is read-only, all the way down. */
export function comparisonIsReadonly(comparison: Comparison, product: Product, rubric: Rubric, column: Column): void {
  // @ts-expect-error A member cannot be set.
  comparison.title = 'Changed';
  // @ts-expect-error The list cannot be replaced.
  comparison.products = [];
  // @ts-expect-error The list cannot grow.
  comparison.products.push(product);
  // @ts-expect-error The list cannot be sorted in place.
  comparison.products.sort();
  // @ts-expect-error An entry cannot be replaced.
  comparison.products[0] = product;
  // @ts-expect-error A product's member cannot be set.
  product.name = 'Changed';
  // @ts-expect-error A score cannot be added.
  product.scores.evidence = { value: 9 };
  // @ts-expect-error A cell cannot be added.
  product.cells.dose = { type: 'missing', text: '' };
  // @ts-expect-error A pro cannot be added.
  product.pros?.push('Cheap');
  // @ts-expect-error A column cannot be changed.
  column.label = 'Changed';
  // @ts-expect-error The scale cannot be changed.
  rubric.scale.max = 100;
  // @ts-expect-error A weight cannot be changed.
  for (const criterion of rubric.criteria) criterion.weight = 0;
}

/** What may be missing has to be looked at first. */
export function absenceIsVisible(result: ReadResult, product: Product, score: ProductScore): void {
  // @ts-expect-error A document that cannot be used gives no comparison.
  result.comparison.title;
  // @ts-expect-error A comparison may have no rubric.
  result.comparison?.rubric.criteria;
  // @ts-expect-error There may be no first product.
  result.comparison?.products[0].name;
  // @ts-expect-error A criterion may not be scored.
  product.scores.evidence.value;
  // @ts-expect-error A product may have no brand.
  product.brand.length;
  // @ts-expect-error A product without a composite has no place.
  score.rank.toFixed();
  // @ts-expect-error Nor a composite.
  score.composite.length;
  // @ts-expect-error A text may state no amount.
  parseQuantity('Various').value;

  check<Same<Product['id'], string>>();
  check<Same<Product['name'], string>>();
  check<Same<Product['brand'], string | undefined>>();
  check<Same<Criterion['weight'], number>>();
  check<Same<NonNullable<Product['scores'][string]>['value'], number>>();
  check<Same<ProductScore['exact'], Fraction | undefined>>();
}

/** Codes, severities and types are closed lists. */
export function listsAreClosed(diagnostic: Diagnostic, cell: Cell): void {
  check<Same<Diagnostic['severity'], 'error' | 'warning' | 'info'>>();
  check<Same<Diagnostic['code'], DiagnosticCode>>();
  check<Same<Rubric['missing'], 'renormalise' | 'unrated'>>();
  check<Same<Column['better'], 'higher' | 'lower' | 'none'>>();
  check<Same<ColumnType, 'text' | 'number' | 'quantity' | 'price' | 'list' | 'boolean' | 'rating' | 'date' | 'link'>>();
  check<Same<Cell['type'], ColumnType | 'missing'>>();

  const code: DiagnosticCode = 'score-mismatch';
  // @ts-expect-error There is no such code.
  const unknown: DiagnosticCode = 'score-wrong';
  // @ts-expect-error A code is never compared with one that there is not.
  diagnostic.code === 'score-wrong';
  // @ts-expect-error There is no such type.
  cell.type === 'colour';
  // @ts-expect-error A diagnostic is read-only.
  diagnostic.message = '';
  check<Same<typeof code | typeof unknown, 'score-mismatch' | DiagnosticCode>>();
}

/** The functions take anything that a page can hand them, and nothing else where a mistake would go unseen. */
export function functionsTakeAndGive(comparison: Comparison): void {
  check<Same<Parameters<typeof readComparison>[0], unknown>>();
  check<Same<ReturnType<typeof readComparison>, ReadResult>>();
  check<Same<ReturnType<typeof scoreProducts>, Ranking>>();
  check<Same<ReturnType<typeof parseSort>, readonly SortKey[]>>();

  readComparison('{}');
  readComparison(null, { language: undefined, baseUrl: undefined, now: undefined });
  // @ts-expect-error There is no such option.
  readComparison({}, { locale: 'en' });
  // @ts-expect-error A moment is in milliseconds.
  readComparison({}, { now: new Date() });

  scoreProducts(comparison, { evidence: 30 } satisfies Weights);
  // @ts-expect-error A document has to be read first.
  scoreProducts({ products: ['A'] });
  // @ts-expect-error A weight is a number.
  scoreProducts(comparison, { evidence: '30' });
  // @ts-expect-error A sort that is written has been parsed.
  writeSort('-score');
  // @ts-expect-error A ranking is read-only.
  scoreProducts(comparison).reverse();
}
