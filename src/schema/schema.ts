/** From the shapes of `model/document.ts` to the text of `comparison.schema.json`. */
import { rules } from './rules.js';
import { type Schema, type Shape, schemasOf } from './shape.js';

/** The schema as JSON text; `shapes` is what `document.ts` exports when `shape.ts` of this folder stands in for the model's. */
export function writeSchema(shapes: { readonly [name: string]: Shape }): string {
  const definitions = Object.fromEntries(
    Object.entries(schemasOf(shapes)).map(([name, schema]) => [name, merge(schema, rules[name] ?? {})]),
  );
  const { readWhole, ...parts } = definitions;
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Comparison',
    description: 'A comparison of products, version 1, as the elements of g6-comparison show it.',
    ...readWhole,
    definitions: parts,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function merge(schema: Schema, rule: Schema): Schema {
  const merged: Record<string, unknown> = { ...schema };
  for (const [keyword, value] of Object.entries(rule)) {
    const given = merged[keyword];
    merged[keyword] = isObject(given) && isObject(value) ? merge(given, value) : value;
  }
  return merged;
}

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
