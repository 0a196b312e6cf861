/** A text that no spreadsheet converts in any language: it begins with a letter and contains no digit. */
const PLAIN = /^\p{L}\D*$/u;
/** The truth values in the languages of Google Sheets, some of which are company names too. */
const TRUTH =
  /^(true|false|wahr|falsch|vrai|faux|vero|falso|verdadero|verdadeiro|waar|onwaar|sand|falsk|sann|usann|sant|tosi|epätosi|prawda|fałsz|pravda|nepravda|igaz|hamis|adevărat|fals|istina|laž|doğru|yanliş|yanlış|истина|ложь|αληθες|ψευδες|αληθής|ψευδής)$/iu;

/**
 * What to type so that a cell contains a value: Google reads texts as if a user had typed them
 * (https://developers.google.com/apps-script/reference/spreadsheet/range), and swallows a leading apostrophe.
 */
export function asTyped<T>(value: T): T | string {
  if (typeof value !== 'string' || value === '') return value;
  return PLAIN.test(value) && !TRUTH.test(value.trim()) ? value : `'${value}`;
}
