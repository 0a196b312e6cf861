import { columnName } from '../cells/column-name';
import { readFormulaText } from '../cells/formula-text';
import { isOfTable, type Corner, type Reference, type Template } from './reference';
import type { FoundLink, Links } from './sheet-cells';

export type { Template } from './reference';

const CELLS = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\w\p{L}.$!'])(?<sheet>(?:'(?:[^']|'')+'|[\p{L}_][\w\p{L}\p{M}.]*)!)?` +
    String.raw`(?<s1>\$?)(?<c1>[A-Z]{1,3})(?<t1>\$?)(?<r1>\d{1,7})?(?<to>:(?<s2>\$?)(?<c2>[A-Z]{1,3})(?<t2>\$?)(?<r2>\d{1,7})?)?(?![\w\p{L}.(!'$])`,
  'gu',
);
const LETTERS = 26;

/** `null`: the formula has a part that cannot be moved safely. @param row of the formula, from 0 */
export function readTemplate(formula: string, row: number, column = 0, links?: Links): Template | null {
  const plain = links === undefined ? formula : links.toPlain(formula, row, column);
  if (plain === null || readFormulaText(plain) === null) return null;
  const template = split(formula, row, links?.find(formula, row, column) ?? []);
  const write = (reference: Reference<number>): string | null => links?.write(reference, row, column) ?? null;
  return writeTemplate(template, row, (each) => each, write) === formula ? template : null;
}

/** The cells that a formula refers to, as far as its text says. @param row of the formula, from 0 */
export function readReferences(formula: string, row: number): readonly Reference<number>[] {
  return split(formula, row).references;
}

function split(formula: string, row: number, links: readonly FoundLink[] = []): Template {
  const found = [...links];
  for (const match of formula.matchAll(CELLS)) {
    const { sheet = '', s1, c1, t1, r1, to: isRange, s2, c2, t2, r2 } = match.groups ?? {};
    if (c1 === undefined || (r1 === undefined && isRange === undefined)) continue;
    const [from, to] = [match.index, match.index + match[0].length];
    if (links.some((link) => from < link.to && to > link.from)) continue;
    const last = isRange === undefined ? null : toCorner(s2, c2!, t2, r2, row);
    found.push({ from, to, reference: [sheet, toCorner(s1, c1, t1, r1, row), last] });
  }
  found.sort((a, b) => a.from - b.from);
  const ends = [0, ...found.map(({ to }) => to)];
  return {
    parts: ends.map((end, at) => formula.slice(end, found[at]?.from)),
    references: found.map(({ reference }) => reference),
  };
}

/**
 * The formula for a row.
 *
 * @param row from 0, as columns are
 * @param columnOf where a column of the formula's own sheet is now; `null`: nowhere
 * @param writeLink for a reference to a table
 * @returns `null` where a reference would have no cell
 */
export function writeTemplate<C>(
  { parts, references }: Template<C>,
  row: number,
  columnOf: (column: C | number) => number | null,
  writeLink: (reference: Reference<C>) => string | null = () => null,
): string | null {
  let text = parts[0] ?? '';
  for (const [index, reference] of references.entries()) {
    const written = isOfTable(reference) ? writeLink(reference) : writeCells(reference, row, columnOf);
    if (written === null) return null;
    text += `${written}${parts[index + 1] ?? ''}`;
  }
  return text;
}

function writeCells<C>(
  [sheet, first, last, link]: Reference<C>,
  row: number,
  columnOf: (column: C | number) => number | null,
): string | null {
  const isRange = last !== null && link === undefined;
  const corners = (isRange ? [first, last] : [first]).map((corner) =>
    writeCorner(corner, row, sheet === '' ? columnOf : ownNumber),
  );
  return corners.includes(null) ? null : `${sheet}${corners.join(':')}${link === undefined ? '' : '#'}`;
}

/** The template with other names for the columns of its own sheet, and for those of tables on any sheet. */
export function mapColumns<C, D>(
  { parts, references }: Template<C>,
  toColumn: (column: C | number, sheet: string) => D | number,
): Template<D> {
  return {
    parts,
    references: references.map((reference): Reference<D> => {
      const [sheet, first, last, ...link] = reference;
      const isMapped = sheet === '' || isOfTable(reference);
      const map = ([column, ...rest]: Corner<C>): Corner<D> => [
        isMapped ? toColumn(column, sheet) : (column as number),
        ...rest,
      ];
      return [isMapped ? '' : sheet, map(first), last && map(last), ...link];
    }),
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
  return `${columnSign}${columnName(at)}${rowSign}${row === null ? '' : row + 1}`;
}

function ownNumber<C>(column: C | number): number {
  return column as number;
}
