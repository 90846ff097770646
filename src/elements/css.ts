/** Style sheets as plain text that can be put together: without the expressions that Lit's own tag takes, and its code. */

/** The rules themselves; the tag is there for editors and for the build, which makes them small. */
export const css = ([text]: TemplateStringsArray): string => text as string;

export { unsafeCSS as sheet } from 'lit';
