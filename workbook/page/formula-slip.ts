/** Texts, names of sheets in quotes, and arrays such as `{1;2}`. */
const HIDDEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}/g;
/** A range without an end, as Google Sheets has them. */
const OPEN_RANGE = /(?<![\w$.])(\$?([A-Z]{1,3})\$?\d+):(\$?([A-Z]{1,3}))(?![\w$(.])/i;

/**
 * What to write in place of something that other spreadsheets take and this grid does not; `''`: nothing was found.
 *
 * @param lastRowOf the last filled row of a column, from 1
 */
export function explainSlip(formula: string, lastRowOf: (column: string) => number): string {
  const plain = formula.replace(HIDDEN, '""');
  const [, first = '', from = '', end = '', to = ''] = OPEN_RANGE.exec(plain) ?? [];
  if (first !== '') {
    const last = Math.max(lastRowOf(to.toUpperCase()), Number(/\d+$/.exec(first)![0]));
    return `This grid needs an end of the range. Write ${first}:${end}${last} or ${from}:${to}.`;
  }
  return plain.includes(';') ? 'Use a comma between arguments, not a semicolon.' : '';
}
