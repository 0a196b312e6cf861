import { callsOnlyTrace, callsTrace } from '../cells/formulas';
import { hasApiKey, maskKeysIn } from '../errors/mask-keys';
import { LABEL_LENGTH, type FrozenColumn, type Piece } from './frozen-column';
import { digestInputs, digestRow, digestValues, firstInput, type Around } from './inputs';
import { valueAt, type Block, type SheetCells } from './sheet-cells';
import { columnsOf, lettersOf, mapColumns, readTemplate, type Template } from './template';

/** Why a formula stays one. */
export type Stays = 'problem' | 'blank' | 'unsafe' | 'protected' | 'moved' | 'unclear' | 'refused' | 'full' | 'left';

/** What is asked for of one sheet. */
export interface FreezeScope {
  readonly sheet: SheetCells;
  readonly isAsked: (row: number, column: number) => boolean;
  /** Whether the formula of a cell shows a problem, or has no answer yet, in any of its cells. */
  readonly isProblem: (row: number, column: number) => boolean;
  readonly isProtected: (row: number, column: number) => boolean;
}

export interface ToFreeze {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

const TEXT_LITERALS = /"(?:[^"]|"")*"/g;

/** Which formulas can be frozen so that they can be thawed exactly, and why the others stay. */
export function planFreeze(
  { sheet, isAsked, isProblem, isProtected }: FreezeScope,
  stay: (why: Stays) => void,
): readonly ToFreeze[] {
  const found: ToFreeze[] = [];
  sheet.formulas.forEach((line, row) =>
    line.forEach((formula, column) => {
      if (!callsTrace(formula) || !isAsked(row, column)) return;
      // A blank cell could not be told from others.
      if (isProblem(row, column)) stay('problem');
      else if (valueAt(sheet, row, column) === '') stay('blank');
      else if (isProtected(row, column)) stay('protected');
      else if (!isSafe(formula, row)) stay('unsafe');
      else found.push({ row, column, formula });
    }),
  );
  return found;
}

/** Whoever thaws it did perhaps not write it, so that it may call nothing but Trace. A key is never kept in the file. */
function isSafe(formula: string, row: number): boolean {
  const hasKey = (formula.match(TEXT_LITERALS) ?? []).some(hasApiKey);
  return !hasKey && callsOnlyTrace(formula) && readTemplate(formula, row) !== null;
}

/** The columns of a sheet that have to be marked for some formulas. */
export function columnsToMark(cells: readonly ToFreeze[]): readonly number[] {
  const columns = new Set<number>();
  for (const { row, column, formula } of cells) {
    columns.add(column);
    for (const each of columnsOf(readTemplate(formula, row) ?? NOTHING)) columns.add(each);
  }
  return [...columns];
}

const NOTHING: Template = { parts: [''], references: [] };

/**
 * What is kept of formulas.
 *
 * @param blocks the cells that each fills
 * @param markOf the marks of columns
 * @param isFrozen columns that hold frozen formulas, these included
 */
export function toFrozen(
  around: Around<number>,
  cells: readonly (ToFreeze & Block)[],
  markOf: (column: number) => string,
  isFrozen: (column: number) => boolean,
): readonly FrozenColumn[] {
  const { own } = around;
  const columns = new Map<number, { templates: Template<string>[]; pieces: Piece[] }>();
  const places = new Map<string, number>();
  for (const { formula, ...block } of cells) {
    const { row, column, rows, columns: width } = block;
    const read = readTemplate(formula, row)!;
    const kept = columns.get(column) ?? { templates: [], pieces: [] };
    columns.set(column, kept);
    const template = mapColumns(read, (each) => markOf(each));
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
    mark: markOf(column),
    place: `${own.name}!${lettersOf(column)}`,
    ...kept,
  }));
}

/** A new mark, of eight hexadecimal digits. @param random from 0 to 1 */
export function toMark(random: number): string {
  return Math.floor(random * 0x100000000)
    .toString(16)
    .padStart(8, '0');
}
