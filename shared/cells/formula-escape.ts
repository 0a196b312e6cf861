/**
 * What spreadsheets take for the start of a formula, the full-width signs in some languages:
 * https://owasp.org/www-community/attacks/CSV_Injection.
 */
const STARTS_FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** The same behind what ends a cell where semicolons or tabs separate them: there quotes of a file do not hold. */
const HIDES_FORMULA = /([;\t\r\n])(?="*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** A text for a file or the clipboard: an apostrophe stands before whatever a spreadsheet would run as a formula. */
export function escapeFormulas(text: string): string {
  const safe = text.replace(HIDES_FORMULA, "$1'");
  return STARTS_FORMULA.test(text) ? `'${safe}` : safe;
}
