/**
 * Characters that start a formula in spreadsheets, including full-width signs in some languages:
 * https://owasp.org/www-community/attacks/CSV_Injection.
 */
const STARTS_FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/**
 * The same after a character that ends a cell, because quotes of a file have no effect where semicolons or tabs
 * separate cells.
 */
const HIDES_FORMULA = /([;\t\r\n])(?="*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * Makes a text safe for a file or the clipboard: an apostrophe is put before anything that a spreadsheet would run as
 * a formula.
 */
export function escapeFormulas(text: string): string {
  const safe = text.replace(HIDES_FORMULA, "$1'");
  return STARTS_FORMULA.test(text) ? `'${safe}` : safe;
}
