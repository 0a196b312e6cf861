/**
 * Turns a text into what it exports. V8 parses a whole script before it runs any of it; in a text it only looks for the end.
 * Apps Script's reference passes code to `eval` too:
 * https://developers.google.com/apps-script/reference/html/html-template#getCode().
 *
 * @param evaluate `eval`, called where the script's own names are seen
 * @param text a function of `common`, written by the build
 * @param common what the script has that the text needs too
 */
export function readLateText(evaluate: (text: string) => unknown, text: string, common: object): unknown {
  return (evaluate(text) as (common: object) => unknown)(common);
}
