/** Literals of the panel that look like texts but are styles, selectors, formulas or names of Excel's. */
const NOT_TEXTS: ReadonlySet<string> = new Set([
  'button, input, select, summary, [tabindex="0"]',
  'input[type=password], button',
  '[data-path="{0}"] select',
  '<{0}{1} />',
  '{0}-problem {1}',
  '{0}-before {1} {2}-after',
  '{0} {1} {2} {3}',
  // Sentences of the panel omit it; see `translate-plugin.ts`.
  ' on a computer',
  'General',
  'Background',
  'Values',
  'layout=spill; headers=1',
  '<body data-tab="{0}" ',
]);

/** The name of a cell. */
const CELL = /^[A-Z]\{0\}$/;
/** Texts of formulas: names of functions and fields, which are the same in every language. */
const FORMULA = /^=\S*$|^[a-z]+(_[a-z]+)*(, [a-z]+(_[a-z]+)*)*$/;

/** Whether a text with placeholders such as `{0}` is code, although its place in the source does not show it. */
export function isCodeText(text: string): boolean {
  return NOT_TEXTS.has(text) || CELL.test(text) || (FORMULA.test(text) && (text.startsWith('=') || text.includes('_')));
}
