/** An HTML comment, up to the end of the page if it is not closed. */
const IN_PAGE = /<!--[\s\S]*?(?:-->|$)/g;
/** The same for comments in a script, wherever they seem to begin, even in a text or regular expression. */
const IN_SCRIPT = /\/\*[\s\S]*?(?:\*\/|$)|\/\/.*/g;
const SCRIPT = /(<script[^>]*>)([\s\S]*?)(?=<\/script)/gi;
const NO_ASCII = /[^\n\r\t -~]/g;

/**
 * What `HtmlService` does to a page. Several projects report that it cuts comments out of scripts without parsing
 * them, so that a text with `https://` loses the rest of its line
 * (https://github.com/enuchi/React-Google-Apps-Script/issues/157). Non-ASCII characters may arrive garbled.
 */
export function cutComments(html: string): string {
  return html
    .replace(IN_PAGE, '')
    .replace(SCRIPT, (_all, tag: string, script: string) => tag + script.replace(IN_SCRIPT, ''))
    .replace(NO_ASCII, '\uFFFD');
}
