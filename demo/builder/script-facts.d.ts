/** Made by the build (rollup.config.mjs): the scripts for pages, by their names below the folder they are published in. */
declare module 'script-facts' {
  /** The hash of each, such as `sha384-…`. */
  export const integrity: { readonly [name: string]: string };
}
