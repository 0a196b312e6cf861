/**
 * Makes of a text what it exports. V8 reads every character of a script before it runs any of it, and of a text only the
 * end. Apps Script's reference itself has code called with `eval`:
 * https://developers.google.com/apps-script/reference/html/html-template#getCode().
 *
 * @param evaluate `eval`, called where the script's own names are seen
 * @param text a function of `common`, written by the build
 * @param common what the script has that the text needs too
 */
export function readLateText(evaluate: (text: string) => unknown, text: string, common: object): unknown {
  return (evaluate(text) as (common: object) => unknown)(common);
}
