/** What is chosen about the builder itself. Leaves the choosing to its parts. */
import type { Form } from './snippets.js';

/** What is chosen about the builder itself: kept, but no step that is undone. */
export interface Settings {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly hasPictures: boolean;
  readonly form: Form;
  readonly base: string;
  readonly src: string;
  readonly hasFallback: boolean;
  /** What reading said, and the author has seen to: the ids of findings. */
  readonly done: readonly string[];
}

/** At first: everything loads the script from where this page does. */
export const firstSettings = (base: string): Settings => ({
  width: matchMedia('(width < 48rem)').matches ? 360 : 1100,
  scheme: 'light',
  hasPictures: false,
  form: 'inline',
  base,
  src: '',
  hasFallback: false,
  done: [],
});
