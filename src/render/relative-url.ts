/** Addresses for pages that do not know their own. */

/** An address as it is written in a page at `base`; the path from there where both are of one origin, else in full. */
export function relativeUrl(address: string, base: string): string {
  if (!URL.canParse(address)) return address;
  const [url, page] = [new URL(address), new URL(base)];
  if (url.origin !== page.origin) return address;
  const [path, from] = [url.pathname.split('/'), page.pathname.split('/')];
  const rest = `${url.search}${url.hash}`;
  const same = path.findIndex((part, index) => index === from.length - 1 || part !== from[index]);
  // Nothing but the root in common: it was written from the root.
  if (same < 2) return `${url.pathname}${rest}`;
  const up = '../'.repeat(from.length - 1 - same);
  return `${up}${path.slice(same).join('/')}`.replace(/^$/, './') + rest;
}
