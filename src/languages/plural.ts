/** Words that depend on a number, by the rules of their language. */

/** The forms of a word by the categories of `Intl.PluralRules`; what is absent is as `other`. */
export type Forms = { readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** Gives, for a language, the function that chooses among forms by a number. */
export function pluralOf(language: string): (amount: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (amount, forms) => forms[rules.select(amount)] ?? forms.other;
}
