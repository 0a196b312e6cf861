type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Formulas that may fill the cells below them. Google does not distinguish an array's cells from others
 * (https://developers.google.com/apps-script/reference/spreadsheet/range). Its own search uses the same pattern.
 */
const ARRAY = [
  '\\b(ARRAY\\w+|QUERY|FILTER|SORTN?|UNIQUE|IMPORT\\w+|SEQUENCE|TRANSPOSE|FLATTEN|TO(COL|ROW)|WRAP\\w+|[HV]STACK|CHOOSE\\w+|MAP|BY(COL|ROW)|SCAN|MAKEARRAY|INDEX|OFFSET|INDIRECT|XLOOKUP|GOOGLEFINANCE|TRACE_(FIELDS|GET|LISTS?|\\w*(SEARCH|COMPANIES|GRAPH)|SHARED\\w+|PARTNER_OF))\\(',
  '\\bTRACE_\\w+\\([^)]*(:|spill|headers)',
  '^=[^"]*\\{',
].join('|');
/**
 * Formulas that may fill cells beside them, which becomes visible only when they fail: several fields of one company,
 * `SPLIT`, and the user's own functions. The pattern requires an underscore that no name of a Google function has.
 */
const WIDE = [
  ARRAY,
  '\\b(SPLIT|LET|LAMBDA|REDUCE|REGEXEXTRACT|RANDARRAY|LINEST|LOGEST|TREND|GROWTH|FREQUENCY|M(MULT|INVERSE|UNIT))\\(',
  '\\w_\\w*\\(',
].join('|');
/**
 * What a formula shows when something blocks its array, and for other reasons: `#REF!`, in German `#BEZUG!`. Google
 * writes it in the language of the spreadsheet (https://support.google.com/docs/answer/3093986).
 */
const ERROR = '^#¡?\\p{L}+!$';
/**
 * What a custom function shows that took too long: https://developers.google.com/apps-script/guides/sheets/functions.
 */
const GIVEN_UP = '#ERROR!';

export function isError(value: unknown): boolean {
  return new RegExp(ERROR, 'u').test(String(value));
}

/** Whether a formula may fill cells other than its own. */
export function mayFill(formula: string): boolean {
  return new RegExp(WIDE).test(formula);
}

/**
 * The rows of each column that belong to a formula: its own row, and those below a formula that may fill them, up to
 * the next formula.
 *
 * @param row from 0, as columns are
 * @param formulas of cells from `row` and `column` on
 * @returns offsets from `row`, for each column
 */
export function rowsOfFormulas(
  sheet: Sheet,
  row: number,
  column: number,
  formulas: readonly (readonly string[])[],
): readonly (readonly number[])[] {
  const width = formulas[0]?.length ?? 0;
  const above = row > 0 ? search(sheet.getRange(1, column + 1, row, width)) : [];
  const reaching = new Set(above.map((cell) => cell.getColumn() - 1 - column));
  const isArray = new RegExp(ARRAY);
  return Array.from({ length: width }, (_column, index) => {
    let reaches = reaching.has(index);
    return [...formulas.keys()].filter((offset) => {
      const formula = formulas[offset]![index]!;
      if (formula !== '') reaches = isArray.test(formula);
      return reaches || formula !== '';
    });
  });
}

function search(range: GoogleAppsScript.Spreadsheet.Range): readonly GoogleAppsScript.Spreadsheet.Range[] {
  return range.createTextFinder(ARRAY).useRegularExpression(true).matchFormulaText(true).findAll();
}

/**
 * Reads the formulas down to a row and a column. Returns a check for later: whether one of them has since lost the
 * room for its array. Row and column count from 0.
 */
export function watchArrays(sheet: Sheet, row: number, column: number): () => boolean {
  const find = (): readonly GoogleAppsScript.Spreadsheet.Range[] =>
    sheet
      .getRange(1, 1, row + 1, column + 1)
      .createTextFinder(ERROR)
      .useRegularExpression(true)
      .findAll();
  const placeOf = (cell: GoogleAppsScript.Spreadsheet.Range): string => `${cell.getRow()} ${cell.getColumn()}`;
  const before = new Set(find().map(placeOf));
  const isBroken = (cell: GoogleAppsScript.Spreadsheet.Range): boolean =>
    cell.getValue() !== GIVEN_UP && mayFill(cell.getFormulas()[0]?.[0] ?? '');
  // There are few, and reading each is two calls to Google.
  return () => find().some((cell) => !before.has(placeOf(cell)) && isBroken(cell));
}
