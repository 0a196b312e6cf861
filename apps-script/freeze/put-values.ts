import {
  fillsOneCell,
  formulaAt,
  mergeBlocks,
  placesOf,
  stands,
  valueAt,
  type Block,
  type Put,
  type SheetCells,
  type ToFreeze,
} from '../../shared/freeze';
import { asTypedAgain } from '../../shared/runs';
import { isError, mayFill } from '../bulk/array-cells';
import { DATE_FORMAT } from '../bulk/cell-forms';
import { findProtected } from '../bulk/protected-cells';
import { rangeOf, readCells, type ReadSheet } from './read-cells';
import { inHalves, writeApart } from './write-apart';

type Place = readonly [row: number, column: number];

/**
 * Writes values over formulas. Google does not report which cells a formula fills, so those that may fill several are
 * measured one by one.
 *
 * @param before the sheet as it was read
 */
export function putValues(before: ReadSheet, cells: readonly ToFreeze[], isTimeUp: () => boolean): readonly Put[] {
  const isProtected = findProtected(before.sheet, 'anybody');
  const isOpen = ({ row, column }: ToFreeze): boolean => !isProtected(row, column);
  const single = cells.filter((cell) => isOpen(cell) && fillsOneCell(cell.formula));
  const isHidden = new Map<number, boolean>();
  for (const { row } of single) {
    if (isTimeUp()) break;
    if (!isHidden.has(row)) isHidden.set(row, before.sheet.isRowHiddenByFilter(row + 1));
  }
  const reached = single.filter(({ row }) => isHidden.has(row));
  const puts = new Map(copyOver(before, reached, ({ row }) => isHidden.get(row)!));
  // From last to first, because formulas mostly read cells before them.
  for (const cell of [...cells].reverse()) {
    if (puts.has(cell)) continue;
    puts.set(cell, !isOpen(cell) ? 'protected' : isTimeUp() ? 'unreached' : measureAndPut(before, cell));
  }
  return cells.map((cell) => puts.get(cell)!);
}

/**
 * Copies each cell onto itself, so that a value stays beside its company even if a user moves rows at this moment.
 */
function copyOver(
  before: ReadSheet,
  cells: readonly ToFreeze[],
  isHidden: (cell: ToFreeze) => boolean,
): readonly (readonly [ToFreeze, Put])[] {
  if (cells.length === 0) return [];
  const now = readAgain(before);
  const ready = cells.filter((cell) => isAsRead(now, before, cell));
  const isReady = new Set(ready);
  // Of several rows Google copies those that a filter shows, without gaps.
  const runs = [...mergeBlocks(ready.filter((cell) => !isHidden(cell))), ...ready.filter(isHidden)];
  writeApart(runs, (run) => copyOnto(before, run), inHalves);
  const after = readAgain(before);
  showDays(after, before, ready);
  return cells.map((cell) => {
    if (!isReady.has(cell)) return [cell, 'moved'];
    if (stands(after, before, cell)) return [cell, toSingle([cell.row, cell.column])];
    return [cell, formulaAt(after, cell.row, cell.column) === cell.formula ? 'refused' : 'unclear'];
  });
}

/**
 * Turns the formula's first cell into its value: the other cells that it filled then become blank, and get their
 * values back.
 */
function measureAndPut(before: ReadSheet, cell: ToFreeze): Put {
  const { row, column, formula } = cell;
  const now = readAgain(before);
  if (!isAsRead(now, before, cell)) return 'moved';
  writeApart([toSingle([row, column])], (block) => copyOnto(before, block));
  const out = readAgain(before);
  if (formulaAt(out, row, column) === formula) return 'refused';
  const block = findExtent(now, out, cell);
  const isSame = ([down, right]: Place): boolean => valueAt(now, down, right) === valueAt(before, down, right);
  if (block === null || !placesOf(block).every(isSame)) return putBack(before, out, cell, []);
  if (!stands(out, before, toSingle([row, column]))) return 'unclear';
  // No call may come between the last check of cells and their write.
  writeApart([block], (each) => rangeOf(before.sheet, each).setValues(linesOf(now.raw, each)));
  const after = readAgain(before);
  if (!stands(after, before, block) || isAnyBroken(now, after)) {
    return putBack(before, after, cell, placesOf(block).slice(1));
  }
  showDays(after, before, [block]);
  return block;
}

/** Enters a formula again, and makes room for it. What a user has typed meanwhile stays. */
function putBack(before: ReadSheet, now: ReadSheet, { row, column, formula }: ToFreeze, others: readonly Place[]): Put {
  const [first, ...ours] = [[row, column] as const, ...others]
    .map(toSingle)
    .map((each) => (stands(now, before, each) ? each : null));
  if (!first) return 'unclear';
  writeApart([first], (each) => rangeOf(before.sheet, each).setFormulas([[formula]]));
  writeApart(
    ours.filter((each) => each !== null),
    (each) => rangeOf(before.sheet, each).setValue(''),
  );
  return formulaAt(readAgain(before), row, column) === formula ? 'refused' : 'unclear';
}

/**
 * The block of cells that became blank with the formula, up to the next formulas; `null`: the extent is unknown,
 * because the block contains other cells with content, or some of a formula above that waits for ours.
 */
function findExtent(now: SheetCells, out: SheetCells, { row, column }: ToFreeze): Block | null {
  const isBlank = (sheet: SheetCells, place: Place): boolean =>
    formulaAt(sheet, ...place) === '' && valueAt(sheet, ...place) === '';
  const endOf = (formulas: readonly string[], first: number): number => {
    const next = formulas.findIndex((formula, at) => at > first && formula !== '');
    return next < 0 ? formulas.length : next;
  };
  const rows =
    endOf(
      now.formulas.map((line) => line[column]!),
      row,
    ) - row;
  const columns = endOf(now.formulas[row]!, column) - column;
  let [lastRow, lastColumn] = [row, column];
  for (const [down, right] of placesOf({ row, column, rows, columns })) {
    if (formulaAt(now, down, right) !== '' || isBlank(now, [down, right]) || !isBlank(out, [down, right])) continue;
    if (right > column && mayReachFromAbove(now, row, right)) return null;
    [lastRow, lastColumn] = [down, Math.max(lastColumn, right)];
  }
  const block = { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
  return placesOf(block).every((place, at) => at === 0 || isBlank(out, place)) ? block : null;
}

/** Whether a formula above a cell may fill it: there is no gap between them. */
function mayReachFromAbove(sheet: SheetCells, row: number, column: number): boolean {
  let above = row - 1;
  while (above >= 0 && formulaAt(sheet, above, column) === '' && valueAt(sheet, above, column) !== '') above -= 1;
  const formula = formulaAt(sheet, above, column);
  return mayFill(formula) && !fillsOneCell(formula);
}

/** Whether a formula has lost the room for its array. */
function isAnyBroken(before: SheetCells, after: SheetCells): boolean {
  return after.formulas.some((line, row) =>
    line.some(
      (formula, column) =>
        mayFill(formula) && isError(valueAt(after, row, column)) && !isError(valueAt(before, row, column)),
    ),
  );
}

/** Google may show a date as a number if its format came from the formula. */
function showDays(now: ReadSheet, before: ReadSheet, blocks: readonly Block[]): void {
  const isDay = (value: unknown): boolean => typeof value === 'object';
  const days = blocks
    .flatMap(placesOf)
    .filter(
      ([row, column]) =>
        formulaAt(now, row, column) === '' && isDay(before.raw[row]?.[column]) && !isDay(now.raw[row]?.[column]),
    );
  writeApart(days, ([row, column]) => now.sheet.getRange(row + 1, column + 1).setNumberFormat(DATE_FORMAT));
}

function isAsRead(now: SheetCells, before: SheetCells, { row, column, formula }: ToFreeze): boolean {
  return formulaAt(now, row, column) === formula && valueAt(now, row, column) === valueAt(before, row, column);
}

function readAgain(before: ReadSheet): ReadSheet {
  return readCells(before.sheet, undefined, before);
}

function copyOnto({ sheet }: ReadSheet, block: Block): void {
  const range = rangeOf(sheet, block);
  range.copyTo(range, { contentsOnly: true });
}

function linesOf(raw: ReadSheet['raw'], { row, column, rows, columns }: Block): unknown[][] {
  return Array.from({ length: rows }, (_row, down) =>
    raw[row + down]!.slice(column, column + columns).map(asTypedAgain),
  );
}

function toSingle([row, column]: Place): Block {
  return { row, column, rows: 1, columns: 1 };
}
