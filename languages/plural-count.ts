/** The order of plural forms in a table: https://cldr.unicode.org/index/cldr-spec/plural-rules. */
const ORDER: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];
const LOCALE = 'en-US';

/** A whole number with its digits grouped as in the language. */
export function thousands(number: number): string {
  return number.toLocaleString(LOCALE);
}

/** A number and what it counts, in a language with any number of forms. Replaces the English function. */
export function count(number: number, ...forms: readonly string[]): string {
  return `${thousands(number)} ${plural(number, ...forms)}`;
}

/** The plural form for a number. */
export function plural(number: number, ...forms: readonly string[]): string {
  const rules = new Intl.PluralRules(LOCALE);
  const { pluralCategories } = rules.resolvedOptions();
  const form = ORDER.filter((each) => pluralCategories.includes(each)).indexOf(rules.select(number));
  return forms[form] ?? forms[forms.length - 1] ?? '';
}
