/** The order in which a table has the forms of a word that is counted: https://cldr.unicode.org/index/cldr-spec/plural-rules. */
const ORDER: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];
const LOCALE = 'en-US';

/** A number with what it counts, in a language with any number of forms: it stands in the place of the English one. */
export function count(number: number, ...forms: readonly string[]): string {
  const rules = new Intl.PluralRules(LOCALE);
  const { pluralCategories } = rules.resolvedOptions();
  const form = ORDER.filter((each) => pluralCategories.includes(each)).indexOf(rules.select(number));
  return `${number.toLocaleString(LOCALE)} ${forms[form] ?? forms[forms.length - 1] ?? ''}`;
}
