import {
  fillsOneCell,
  formulaAt,
  joinBlocks,
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

/** Rows whose formulas are frozen together: their other cells may stay blank if the script ends or rows are sorted. */
const ROWS_AT_ONCE = 1000;

/**
 * Writes values over formulas. Google does not report which cells a formula fills, so those that may fill several are
 * measured, a column at a time.
 *
 * @param before the sheet as it was read
 */
export function putValues(before: ReadSheet, cells: readonly ToFreeze[], isTimeUp: () => boolean): readonly Put[] {
  const isProtected = findProtected(before.sheet, 'anybody');
  const puts = new Map<ToFreeze, Put>();
  for (const some of toBatches(cells.filter(({ row, column }) => !isProtected(row, column)))) {
    if (isTimeUp()) break;
    for (const [cell, put] of putSome(before, some)) {
      const isLast = put !== null || some.length === 1 || isTimeUp();
      puts.set(cell, (isLast ? put : putSome(before, [cell]).get(cell)!) ?? 'refused');
    }
  }
  return cells.map((cell) => puts.get(cell) ?? (isProtected(cell.row, cell.column) ? 'protected' : 'unreached'));
}

/** Formulas that fill one cell, then the others column by column: extents of one column cannot overlap. */
function toBatches(cells: readonly ToFreeze[]): readonly (readonly ToFreeze[])[] {
  const single = cells.filter(({ formula }) => fillsOneCell(formula));
  const wide = cells.filter(({ formula }) => !fillsOneCell(formula));
  // From last to first, because formulas mostly read cells before them.
  const columns = [...new Set(wide.map(({ column }) => column))].sort((a, b) => b - a);
  return [single, ...columns.map((at) => wide.filter(({ column }) => column === at).reverse())].flatMap(cutAtRows);
}

/** @param cells whose rows are in order */
function cutAtRows(cells: readonly ToFreeze[]): readonly (readonly ToFreeze[])[] {
  const parts: ToFreeze[][] = [];
  const rows = new Set<number>();
  for (const cell of cells) {
    if (!rows.has(cell.row) && rows.size % ROWS_AT_ONCE === 0) parts.push([]);
    rows.add(cell.row);
    parts[parts.length - 1]!.push(cell);
  }
  return parts;
}

/**
 * Turns formulas into their values. Each cell is copied onto itself, so that its value stays beside its company even if
 * a user moves rows at this moment. The other cells that the formula filled then become blank, and get their values
 * back.
 *
 * @returns for each cell; `null`: it has its formula again, because its extent is unknown or another formula lost its
 * room
 */
function putSome(before: ReadSheet, cells: readonly ToFreeze[]): ReadonlyMap<ToFreeze, Put | null> {
  const isHidden = findHidden(before.sheet, cells);
  const now = readAgain(before);
  const ready = cells.filter((cell) => isAsRead(now, before, cell));
  // Of several rows Google copies those that a filter shows, without gaps.
  const runs = [...mergeBlocks(ready.filter((cell) => !isHidden(cell))), ...ready.filter(isHidden)];
  writeApart(runs, (run) => copyOnto(before, run), inHalves);
  const out = readAgain(before);
  const puts = new Map<ToFreeze, Put | null>(cells.map((cell) => [cell, 'moved']));
  const blocks = new Map<ToFreeze, Block>();
  const back = new Map<ToFreeze, readonly Place[]>();
  for (const cell of ready) {
    const block = fillsOneCell(cell.formula) ? toSingle([cell.row, cell.column]) : findExtent(now, out, cell);
    if (formulaAt(out, cell.row, cell.column) === cell.formula) puts.set(cell, 'refused');
    else if (!stands(out, before, toSingle([cell.row, cell.column]))) puts.set(cell, 'unclear');
    else if (block === null || !hasSameValues(now, before, block)) back.set(cell, []);
    else blocks.set(cell, block);
  }
  const tables = [...blocks.values()].filter(({ rows, columns }) => rows * columns > 1);
  // No call may come between the last check of cells and their write.
  writeApart(joinBlocks(tables), (each) => rangeOf(before.sheet, each).setValues(linesOf(now.raw, each)));
  const after = tables.length > 0 ? readAgain(before) : out;
  const isBroken = tables.length > 0 && isAnyBroken(now, after);
  for (const [cell, block] of blocks) {
    if (stands(after, before, block) && !isBroken) puts.set(cell, block);
    else back.set(cell, placesOf(block).slice(1));
  }
  showDays(after, before, [...blocks.values()]);
  const isBack = putBack(before, after, back);
  for (const cell of back.keys()) puts.set(cell, isBack(cell) ? null : 'unclear');
  return puts;
}

/** Enters formulas again, and makes room for them. What a user has typed meanwhile stays. */
function putBack(
  before: ReadSheet,
  now: ReadSheet,
  others: ReadonlyMap<ToFreeze, readonly Place[]>,
): (cell: ToFreeze) => boolean {
  if (others.size === 0) return () => false;
  const isOurs = (block: Block): boolean => stands(now, before, block);
  const gone = [...others.keys()].filter(({ row, column }) => isOurs(toSingle([row, column])));
  writeApart(gone, ({ row, column, formula }) => before.sheet.getRange(row + 1, column + 1).setFormulas([[formula]]));
  const ours = gone.flatMap((cell) => others.get(cell)!.map(toSingle)).filter(isOurs);
  writeApart(ours, (each) => rangeOf(before.sheet, each).setValue(''));
  const entered = readAgain(before);
  return ({ row, column, formula }) => formulaAt(entered, row, column) === formula;
}

function findHidden(sheet: ReadSheet['sheet'], cells: readonly ToFreeze[]): (cell: ToFreeze) => boolean {
  const rows = [...new Set(cells.map(({ row }) => row))];
  const hidden = new Set(rows.filter((row) => sheet.isRowHiddenByFilter(row + 1)));
  return ({ row }) => hidden.has(row);
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
        valueAt(after, row, column) !== valueAt(before, row, column) &&
        isError(valueAt(after, row, column)) &&
        mayFill(formula),
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

function hasSameValues(now: SheetCells, before: SheetCells, block: Block): boolean {
  return placesOf(block).every((place) => valueAt(now, ...place) === valueAt(before, ...place));
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
