import { readFormulaText } from '../cells/formula-text';

/**
 * One end of a reference. The column counts from 0, or is the mark of a column of the formula's own sheet. The row is
 * counted from the formula's unless it is fixed; fixed rows count from 0. `null`: to the end of the sheet.
 */
export type Corner<C> = readonly [column: C | number, columnSign: '' | '$', row: number | null, rowSign: '' | '$'];

/** @param sheet as it is written, with its `!`; `''`: the formula's own */
export type Reference<C> = readonly [sheet: string, first: Corner<C>, last: Corner<C> | null];

/** A formula that can be written for another row: its references, and the text before, between and after them. */
export interface Template<C = number> {
  readonly parts: readonly string[];
  readonly references: readonly Reference<C>[];
}

const CELLS = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\w\p{L}.$!'])(?<sheet>(?:'(?:[^']|'')+'|[\p{L}_][\w\p{L}\p{M}.]*)!)?` +
    String.raw`(?<s1>\$?)(?<c1>[A-Z]{1,3})(?<t1>\$?)(?<r1>\d{1,7})?(?<to>:(?<s2>\$?)(?<c2>[A-Z]{1,3})(?<t2>\$?)(?<r2>\d{1,7})?)?(?![\w\p{L}.(!'$])`,
  'gu',
);
const LETTERS = 26;

/** `null`: the formula has something in it that cannot be moved safely. @param row of the formula, from 0 */
export function readTemplate(formula: string, row: number): Template | null {
  if (readFormulaText(formula) === null) return null;
  const template = split(formula, row);
  return writeTemplate(template, row, (column) => column) === formula ? template : null;
}

/** The cells that any formula refers to, as far as its text tells. @param row of the formula, from 0 */
export function readReferences(formula: string, row: number): readonly Reference<number>[] {
  return split(formula, row).references;
}

function split(formula: string, row: number): Template {
  const parts: string[] = [];
  const references: Reference<number>[] = [];
  let from = 0;
  for (const match of formula.matchAll(CELLS)) {
    const { sheet = '', s1, c1, t1, r1, to, s2, c2, t2, r2 } = match.groups ?? {};
    if (c1 === undefined || (r1 === undefined && to === undefined)) continue;
    const first = toCorner(s1, c1, t1, r1, row);
    references.push([sheet, first, to === undefined ? null : toCorner(s2, c2!, t2, r2, row)]);
    parts.push(formula.slice(from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(formula.slice(from));
  return { parts, references };
}

/**
 * The formula for a row.
 *
 * @param columnOf where a column of the formula's own sheet is now; `null`: nowhere
 * @returns `null` where a reference would have no cell
 */
export function writeTemplate<C>(
  { parts, references }: Template<C>,
  row: number,
  columnOf: (column: C | number) => number | null,
): string | null {
  let text = parts[0] ?? '';
  for (const [index, [sheet, first, last]] of references.entries()) {
    const corners = (last === null ? [first] : [first, last]).map((corner) =>
      writeCorner(corner, row, sheet === '' ? columnOf : ownNumber),
    );
    if (corners.includes(null)) return null;
    text += `${sheet}${corners.join(':')}${parts[index + 1] ?? ''}`;
  }
  return text;
}

/** The same template with other names for the columns of its own sheet. */
export function mapColumns<C, D>(
  { parts, references }: Template<C>,
  toColumn: (column: C | number) => D | number,
): Template<D> {
  const map = ([column, ...rest]: Corner<C>, isOwn: boolean): Corner<D> => [
    isOwn ? toColumn(column) : (column as number),
    ...rest,
  ];
  return {
    parts,
    references: references.map(([sheet, first, last]) => [
      sheet,
      map(first, sheet === ''),
      last && map(last, sheet === ''),
    ]),
  };
}

/** The columns of its own sheet that a template refers to. */
export function columnsOf<C>({ references }: Template<C>): readonly (C | number)[] {
  return references.flatMap(([sheet, first, last]) =>
    sheet === '' ? (last === null ? [first[0]] : [first[0], last[0]]) : [],
  );
}

/** The row that a corner means for a formula in a row; `null`: to the end of the sheet. */
export function rowOf<C>([, , row, sign]: Corner<C>, formulaRow: number): number | null {
  return row === null || sign === '$' ? row : formulaRow + row;
}

/** `A` is 0, `AA` 26. */
export function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % LETTERS));
  return column < LETTERS ? letter : lettersOf(Math.floor(column / LETTERS) - 1) + letter;
}

function toCorner(
  columnSign: string | undefined,
  letters: string,
  rowSign: string | undefined,
  row: string | undefined,
  formulaRow: number,
): Corner<number> {
  const column = [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0) - 1;
  const sign = rowSign === '$' ? '$' : '';
  const at = row === undefined ? null : Number(row) - 1;
  return [column, columnSign === '$' ? '$' : '', at === null || sign === '$' ? at : at - formulaRow, sign];
}

function writeCorner<C>(
  corner: Corner<C>,
  formulaRow: number,
  columnOf: (column: C | number) => number | null,
): string | null {
  const [column, columnSign, , rowSign] = corner;
  const at = columnOf(column);
  const row = rowOf(corner, formulaRow);
  if (at === null || (row !== null && row < 0)) return null;
  return `${columnSign}${lettersOf(at)}${rowSign}${row === null ? '' : row + 1}`;
}

function ownNumber<C>(column: C | number): number {
  return column as number;
}
