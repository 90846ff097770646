/** What can go wrong between an address and its text. Leaves what is wrong inside the text to the model. */

const reasons = {
  network:
    'could not be fetched: the address is wrong, the connection is down, or its server does not let this site read it (CORS)',
  timeout: 'did not answer in time; try again in a moment',
  status: 'answered with an error; check the address and its quotes',
  'too-large': 'is larger than 1 MiB; split it or shorten its texts',
};

export type LoadErrorKind = keyof typeof reasons;

/** A comparison that could not be loaded. Its message is one sentence for whoever reads the page. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly url: string;
  readonly kind: LoadErrorKind;
  /** How often it was tried. */
  readonly attempts: number;
  /** The HTTP status, where the server answered with one that is no success. */
  readonly status: number | undefined;

  constructor(url: string, kind: LoadErrorKind, attempts: number, status?: number) {
    super(`${url} ${reasons[kind]}${status ? ` (${status})` : ''}.`);
    this.url = url;
    this.kind = kind;
    this.attempts = attempts;
    this.status = status;
  }
}
