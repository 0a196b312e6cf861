/** The order in which a table has the forms of a word that is counted: https://cldr.unicode.org/index/cldr-spec/plural-rules. */
const ORDER: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];
const LOCALE = 'en-US';

/** A whole number as the language groups its digits. */
export function thousands(number: number): string {
  return number.toLocaleString(LOCALE);
}

/** A number with what it counts, in a language with any number of forms: it stands in the place of the English one. */
export function count(number: number, ...forms: readonly string[]): string {
  return `${thousands(number)} ${plural(number, ...forms)}`;
}

/** The form for a number of things. */
export function plural(number: number, ...forms: readonly string[]): string {
  const rules = new Intl.PluralRules(LOCALE);
  const { pluralCategories } = rules.resolvedOptions();
  const form = ORDER.filter((each) => pluralCategories.includes(each)).indexOf(rules.select(number));
  return forms[form] ?? forms[forms.length - 1] ?? '';
}
