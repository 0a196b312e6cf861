import { columnName } from '../cells/column-name';
import { callsOnlyTrace, callsTrace, QUOTED } from '../cells/formulas';
import { hasApiKey, maskKeysIn } from '../errors/mask-keys';
import { LABEL_LENGTH, type FrozenColumn, type Piece } from './frozen-column';
import { digestInputs, digestRow, digestValues, firstInput, type Around } from './inputs';
import { valueAt, type Block, type SheetCells } from './sheet-cells';
import { columnsOf, mapColumns, readTemplate, type Template } from './template';

/** Why a formula stays a formula. */
export type Stays =
  | 'problem'
  | 'blank'
  | 'unsafe'
  | 'protected'
  | 'moved'
  | 'unclear'
  | 'refused'
  | 'full'
  | 'left'
  | 'read';

/** What is asked for of one sheet. */
export interface FreezeScope {
  readonly sheet: SheetCells;
  readonly isAsked: (row: number, column: number) => boolean;
  /** Whether the formula of a cell has no answer, but problems: one bad row does not keep the others from being frozen. */
  readonly isProblem: (row: number, column: number) => boolean;
  readonly isProtected: (row: number, column: number) => boolean;
}

/** A formula that can be frozen. Rows and columns count from 0. */
export interface ToFreeze {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** The formula with cells in place of tables and spilled ranges; absent where it names none. */
  readonly plain?: string;
}

/** Chooses the formulas that can be thawed exactly. The others stay, each with a reason. */
export function planFreeze(
  { sheet, isAsked, isProblem, isProtected }: FreezeScope,
  stay: (why: Stays) => void,
): readonly ToFreeze[] {
  const found: ToFreeze[] = [];
  sheet.formulas.forEach((line, row) =>
    line.forEach((formula, column) => {
      if (!callsTrace(formula) || !isAsked(row, column)) return;
      // Thawing could not tell a blank cell from any other.
      if (isProblem(row, column)) stay('problem');
      else if (valueAt(sheet, row, column) === '') stay('blank');
      else if (isProtected(row, column)) stay('protected');
      else {
        const plain = sheet.links?.toPlain(formula, row, column) ?? formula;
        const cell = { row, column, formula, ...(plain === formula ? {} : { plain }) };
        if (isSafe(sheet, cell, plain)) found.push(cell);
        else stay('unsafe');
      }
    }),
  );
  return found;
}

/** Somebody else may thaw the formula, so it may only call Trace. And the file must not keep a key. */
function isSafe(sheet: SheetCells, cell: ToFreeze, plain: string): boolean {
  // Titles may hold quotes of their own: only the plain form shows where texts begin.
  const hasKey = plain.match(QUOTED)?.some((text) => text[0] === '"' && hasApiKey(text));
  return !hasKey && callsOnlyTrace(plain) && readCell(sheet, cell) !== null;
}

function readCell({ links }: SheetCells, { row, column, formula }: ToFreeze): Template | null {
  return readTemplate(formula, row, column, links);
}

/** The columns to mark before some formulas of a sheet are frozen, each with its sheet. */
export function columnsToMark(
  sheet: SheetCells,
  cells: readonly ToFreeze[],
): readonly (readonly [sheet: SheetCells, column: number])[] {
  const columns = new Map<SheetCells, Set<number>>([[sheet, new Set()]]);
  for (const cell of cells) {
    columns.get(sheet)!.add(cell.column);
    const template = readCell(sheet, cell) ?? NOTHING;
    for (const each of columnsOf(template)) columns.get(sheet)!.add(each);
    for (const [of, each] of sheet.links?.columnsElsewhere(template.references) ?? []) {
      columns.set(of, (columns.get(of) ?? new Set()).add(each));
    }
  }
  return [...columns].flatMap(([of, some]) => [...some].map((column) => [of, column] as const));
}

const NOTHING: Template = { parts: [''], references: [] };

/**
 * What is kept of formulas.
 *
 * @param cells the formulas, and the blocks that they fill
 * @param markOf the mark of a column. `sheet` as in a reference: `''` is the formula's own
 * @param isFrozen whether a column holds frozen formulas, including these
 */
export function toFrozen(
  around: Around<number>,
  cells: readonly (ToFreeze & Block)[],
  markOf: (column: number, sheet: string) => string,
  isFrozen: (column: number) => boolean,
): readonly FrozenColumn[] {
  const { own } = around;
  const columns = new Map<number, { templates: Template<string>[]; pieces: Piece[] }>();
  const places = new Map<string, number>();
  for (const cell of cells) {
    const { formula, row, column, rows, columns: width } = cell;
    const block = { row, column, rows, columns: width };
    const read = readCell(own, cell)!;
    const kept = columns.get(column) ?? { templates: [], pieces: [] };
    columns.set(column, kept);
    const template = mapColumns(read, (each, sheet) => markOf(each, sheet));
    const text = `${column} ${JSON.stringify(template)}`;
    const at = places.get(text) ?? kept.templates.push(template) - 1;
    places.set(text, at);
    kept.pieces.push({
      template: at,
      rows,
      columns: width,
      inputs: digestInputs(read, row, around) ?? '',
      first: digestValues(own, { row, column, rows: 1, columns: 1 }),
      values: digestValues(own, block),
      besides: digestRow(own, row, isFrozen),
      label: (maskKeysIn(firstInput(read, row, around)) || formula).slice(0, LABEL_LENGTH),
      isThawed: false,
    });
  }
  return [...columns].map(([column, kept]) => ({
    mark: markOf(column, ''),
    place: `${own.name}!${columnName(column)}`,
    ...kept,
  }));
}

/** A new mark, of eight hexadecimal digits. @param random from 0 to 1 */
export function toMark(random: number): string {
  return Math.floor(random * 0x100000000)
    .toString(16)
    .padStart(8, '0');
}
