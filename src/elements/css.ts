/** A tag for style sheets that are plain text: without the expressions that Lit's own takes, and the code for them. */
import { type CSSResult, unsafeCSS as sheet } from 'lit';

/** The style sheet as Lit adopts it. */
export const css = ([text]: TemplateStringsArray): CSSResult => sheet(text);
