/** JSON as a script element may hold it, in any encoding's HTML. Leaves what it says to `json-ld.ts`. */

// What could end the script, begin a comment or an entity, or end a line for readers of old JavaScript.
const risky = /[<>&\u2028\u2029]/g;

/** A value of objects, lists, texts and numbers as JSON text; members that are `undefined` are left out. */
export function scriptText(value: unknown): string {
  // By hand, for pages have changed what `JSON.stringify` makes of lists and objects.
  if (Array.isArray(value)) return `[${value.map(scriptText).join()}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([key, member]) => `${scriptText(key)}:${scriptText(member)}`).join()}}`;
  }
  return JSON.stringify(value).replace(risky, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
