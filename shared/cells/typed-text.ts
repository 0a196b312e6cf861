/** A text that no spreadsheet converts in any language: it begins with a letter and contains no digit. */
const PLAIN = /^\p{L}\P{Nd}*$/u;
/**
 * The truth values in the languages of both programs, some of which are company names too:
 * https://support.microsoft.com/office/true-function-7652c6e3-8987-48d0-97cd-ef223246b3fb.
 */
const TRUTH =
  /^(true|false|wahr|falsch|vrai|faux|vero|falso|verdadero|verdadeiro|waar|onwaar|sand|falsk|falskt|sann|usann|sant|tosi|epätosi|prawda|fałsz|pravda|nepravda|igaz|hamis|adevărat|fals|istina|laž|doğru|yanliş|yanlış|истина|ложь|істина|хибність|αληθες|ψευδες|αληθής|ψευδής|tõene|väär|cert|egia|gezurra)$/iu;

/**
 * What to type so that a cell contains a value: both programs read texts as if a user had typed them
 * (https://developers.google.com/apps-script/reference/spreadsheet/range,
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member), and swallow a leading
 * apostrophe. Never for a cell with a text format, which shows the apostrophe.
 */
export function asTyped<T>(value: T): T | string {
  if (typeof value !== 'string' || value === '') return value;
  return PLAIN.test(value) && !TRUTH.test(value.trim()) ? value : `'${value}`;
}

/** `#N/A`, `#DIV/0!` and others, in the language of the program. */
const ERROR = /^#[¡¿]?\p{Lu}[\p{Lu}\d/]*[!?]?$/u;

/**
 * What to type so that a cell contains again what was read from it. An error reads as a text, and is entered by typing
 * it: https://support.microsoft.com/office/na-function-5469c2d1-a90c-4fb5-9bbc-64bd9bb6b47c,
 * https://support.google.com/docs/answer/3093359.
 */
export function asTypedAgain<T>(value: T): T | string {
  return isErrorText(value) ? value : asTyped(value);
}

/** Whether a value read from a cell looks like an error, such as `#N/A`. A text can look the same. */
export function isErrorText(value: unknown): boolean {
  return typeof value === 'string' && ERROR.test(value);
}
