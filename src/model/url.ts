/**
 * Which addresses may become links and images. Decided by the platform's own URL parser, never by a pattern: what the
 * browser will do with an address is what counts, not what it looks like.
 */

// Every runtime of ES2022 modules has URL, but TypeScript knows it from the DOM library only.
declare const URL: {
  new (
    url: string,
    base?: string,
  ): { readonly href: string; readonly protocol: string; readonly username: string; readonly password: string };
};

/**
 * The address as it may be used: http or https, no credentials. Made absolute where `base` is given, else kept as it is
 * written. Gives `undefined` for every other scheme, for `https://bank.example@evil.example`, and for what no browser
 * can parse.
 */
export function parseUrl(text: string, base?: string): string | undefined {
  try {
    const url = new URL(text, base ?? 'https://relative.invalid/');
    if (/^https?:$/.test(url.protocol) && !url.username && !url.password) return base === undefined ? text : url.href;
  } catch {
    // What cannot be parsed is no address.
  }
  return undefined;
}
