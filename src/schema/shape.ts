/**
 * The shapes of `model/shape.ts` once more, as JSON Schema: here a reader does not read a value, it gives the schema of
 * the values that it reads without a word. The build puts this file in the other's place, and so makes the schema from
 * the one declaration in `model/document.ts`. Leaves the rules between members to `rules.ts`.
 *
 * What a reader takes is taken here: `null` for what is not there, a bare value for an object with a shorthand, one
 * value for a list of one. What it reports, the schema refuses as far as a schema can.
 */

/** JSON Schema, draft 7: the newest that every editor knows in full. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
}

/** Given the schema of the values it is handed, gives that of what it reads of them, as a reader does with values. */
export type Shape = (handed: Schema) => Schema;

const anObject: Schema = { type: 'object' };
const anythingElse: Schema = { type: ['string', 'number', 'boolean', 'array', 'null'] };

/** What a reader that is written out asks of a value. */
export const isRecord = (handed: Schema): boolean => handed === anObject;

const names = new Map<Shape, string>();

/** The schema of every named shape; where one is a part of another, that one refers to it by its name. */
export function schemasOf(shapes: { readonly [name: string]: Shape }): { readonly [name: string]: Schema } {
  names.clear();
  for (const [name, shape] of Object.entries(shapes)) names.set(shape, name);
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, schemaOf(shape)]));
}

/** The schema of what a shape reads of objects and of everything else. */
function schemaOf(shape: Shape): Schema {
  const [ofObjects, ofOthers] = [shape(anObject), shape(anythingElse)];
  return ofOthers === anythingElse ? { anyOf: [ofObjects, ofOthers] } : ofObjects;
}

/** The schema of a part: where it stands, if it has a name. */
function refer(shape: Shape): Schema {
  const name = names.get(shape);
  return name ? { $ref: `#/definitions/${name}` } : schemaOf(shape);
}

const orNull = (...types: readonly string[]) => [...types.filter((type) => type !== 'null'), 'null'];
const typesOf = ({ type = [] }: Schema) => [type].flat();

/** Text that is empty is not there; a number is text, where one can have the form. */
export const textLike = (form: { test(text: string): boolean }): Shape => {
  const type = ['0', '1', '-1', '1.5', '12345678'].some((number) => form.test(number))
    ? orNull('string', 'number')
    : orNull('string');
  const pattern = form instanceof RegExp && /^\^(.+)\$$/.exec(form.source)?.[1];
  return () => (pattern ? { type, pattern: `^\\s*(?:${pattern})?\\s*$` } : { type });
};
export const text = textLike(/^/);
export const anyText = text;
// Which tags there are, a pattern does not know; a number is none.
export const isLanguage = (): boolean => false;

export const number: Shape = () => ({ type: orNull('number') });
export const paid: Shape = () => ({ type: orNull('boolean') });
export const choice =
  (...of: readonly unknown[]): Shape =>
  () => ({ enum: [...of, null] });

// Days and moments; which of them are in the calendar, a pattern does not know.
export const date: Shape = () => ({
  type: orNull('string'),
  pattern:
    '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?)?$',
});

// Not empty, and no scheme but http and https; the rest is what a URL parser makes of it.
export const url: Shape = () => ({
  type: orNull('string'),
  pattern: '^(?!\\s*(?![Hh][Tt][Tt][Pp][Ss]?:)[A-Za-z][A-Za-z0-9+.-]*:)[\\s\\S]*\\S',
});

export const json: Shape = () => ({});

export const list =
  (of: Shape): Shape =>
  () => {
    const items = refer(of);
    const type = orNull('array', ...typesOf(schemaOf(of)));
    return items.type ? { type, items } : { type, items, if: { type: 'array' }, else: items };
  };

export const recordOf =
  (of: Shape): Shape =>
  () => ({ type: orNull('object'), additionalProperties: refer(of) });

/** An object whose members were named by `described`. */
export const object =
  (members: { readonly [described: string]: Shape }, shorthand?: string): Shape =>
  () => {
    const properties: Record<string, Schema> = {};
    let short: Schema = {};
    for (const [key, shape] of Object.entries(members)) {
      const [name, description] = key.split('\n') as [string, string?];
      if (!description) throw new TypeError(`“${name}” in document.ts has no comment for editors to show.`);
      const schema = refer(shape);
      // Beside a $ref nothing counts in draft 7.
      properties[name] = { description, ...(schema.$ref ? { allOf: [schema] } : schema) };
      if (name === shorthand) short = schema;
    }
    return { ...short, type: orNull('object', ...typesOf(short)), properties };
  };

/** A member's key with its comment, until `object` parts them. */
export const described = (key: string, comment: string): string => `${key}\n${comment}`;
