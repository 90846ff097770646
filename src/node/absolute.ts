/** Documents whose addresses lead to the same places from any page. */
import { parseUrl } from '../model/url.js';

// Their members are named by the author: what is called `url` there is a column's text.
const named = /^(specs|scores)$/;

/** A document, parsed, in which the addresses of links and pictures are those that they are at `base`. */
export function withAbsoluteUrls(value: unknown, base: string, of = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withAbsoluteUrls(each, base, of));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === 'string' && /^(url|src)$/.test(name) && !named.test(of)
        ? (parseUrl(member, base) ?? member)
        : withAbsoluteUrls(member, base, name),
    ]),
  );
}
