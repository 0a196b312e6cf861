/** An HTML comment, to the end of the page where none ends it. */
const IN_PAGE = /<!--[\s\S]*?(?:-->|$)/g;
/** The same of comments in a script, wherever they seem to begin: in a text and in a regular expression too. */
const IN_SCRIPT = /\/\*[\s\S]*?(?:\*\/|$)|\/\/.*/g;
const SCRIPT = /(<script[^>]*>)([\s\S]*?)(?=<\/script)/gi;
const NO_ASCII = /[^\n\r\t -~]/g;

/**
 * What `HtmlService` makes of a page. Several projects report that it cuts comments out of scripts in the page without reading the
 * script, so that a text with `https://` loses the rest of its line
 * (https://github.com/enuchi/React-Google-Apps-Script/issues/157). Characters that are not ASCII may arrive garbled.
 */
export function cutComments(html: string): string {
  return html
    .replace(IN_PAGE, '')
    .replace(SCRIPT, (_all, tag: string, script: string) => tag + script.replace(IN_SCRIPT, ''))
    .replace(NO_ASCII, '\uFFFD');
}
