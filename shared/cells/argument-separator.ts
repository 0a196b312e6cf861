/** A text in a formula, or the name of a sheet. Quotes inside are doubled. */
const TEXT_OR_COMMA = /"(?:[^"]|"")*"|'(?:[^']|'')*'|,/g;

/** The same formula with semicolons between its arguments, which Google Sheets accepts in every language. */
export function withSemicolons(formula: string): string {
  return formula.replace(TEXT_OR_COMMA, (part) => (part === ',' ? ';' : part));
}

/** The same formula with commas between its arguments, as Excel's API has it in every language. */
export function withCommas(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|;/g, (part) => (part === ';' ? ',' : part));
}
