import { parse } from 'acorn';

/**
 * HtmlService cuts `//` with the rest of its line, comments and HTML comments out of scripts in a page, even inside
 * texts and regular expressions, and may garble non-ASCII characters:
 * https://github.com/enuchi/React-Google-Apps-Script/issues/157.
 */
const CUT = /\/\/|\/\*|<!--|-->|[^\n -~]/;
/** An escaped character, a slash, or a non-ASCII character. */
const TO_ESCAPE = /\\[\s\S]|\/|[^ -~]/g;
const ESCAPED_IN = new Set(['string', 'regexp']);

/**
 * Removes slashes from texts and regular expressions of a script: `\x2f` means the same in both. Slashes of code
 * stay. Also escapes non-ASCII characters, which esbuild leaves in regular expressions.
 *
 * @param script without template literals
 */
export function escapeTexts(script: string): string {
  let written = '';
  let from = 0;
  parse(script, {
    ecmaVersion: 2020,
    onToken({ type, start, end }) {
      if (!ESCAPED_IN.has(type.label)) return;
      // A regular expression is between slashes, and flags may follow it.
      const [first, last] = [start + 1, type.label === 'string' ? end - 1 : script.lastIndexOf('/', end - 1)];
      written += script.slice(from, first) + script.slice(first, last).replace(TO_ESCAPE, escaped);
      from = last;
    },
  });
  return written + script.slice(from);
}

function escaped(found: string): string {
  if (found.endsWith('/')) return '\\x2f';
  return found.startsWith('\\') ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** @throws Error if HtmlService would cut something out of a page */
export function checkUncut(page: string): void {
  const at = page.search(CUT);
  if (at < 0) return;
  const around = page.slice(Math.max(0, at - 60), at + 60);
  throw new Error(`HtmlService would cut or garble the page at ${JSON.stringify(page.slice(at, at + 4))}: ${around}`);
}
