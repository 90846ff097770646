/** Draws an element anew whenever the store changes. Leaves what it draws to the element. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from './store.js';

export class Watching implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly store: Store };
  #store: Store | undefined;

  constructor(host: ReactiveControllerHost & { readonly store: Store }) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { store } = this.#host;
    if (store === this.#store) return;
    this.hostDisconnected();
    this.#store = store;
    store.addEventListener('change', this.#draw);
  }

  hostConnected(): void {
    this.#store?.addEventListener('change', this.#draw);
  }

  hostDisconnected(): void {
    this.#store?.removeEventListener('change', this.#draw);
  }

  readonly #draw = (): void => this.#host.requestUpdate();
}
