import {
  fillsOneCell,
  mergeBlocks,
  placesOf,
  reachOf,
  stands,
  type Block,
  type Put,
  type SheetCells,
  type ToFreeze,
} from '../../shared/freeze';
import { isError, mayFill } from '../bulk/array-cells';
import { DATE_FORMAT } from '../bulk/cell-forms';
import { findProtected } from '../bulk/protected-cells';
import { asTyped } from '../typed-text';
import { rangeOf, readCells, type ReadSheet } from './read-cells';
import { inHalves, writeApart } from './write-apart';

type Place = readonly [row: number, column: number];

/**
 * Writes values over formulas. Google does not tell which cells a formula fills, so those that may fill several are
 * measured one by one.
 *
 * @param before the sheet as it was read
 */
export function putValues(
  before: ReadSheet,
  cells: readonly ToFreeze[],
  isTimeUp: () => boolean,
  read: (like: SheetCells) => ReadSheet = (like) => readCells(before.sheet, undefined, like),
): readonly Put[] {
  const puts = new Map<ToFreeze, Put>();
  const single = cells.filter(({ formula }) => fillsOneCell(formula));
  copyOver(before, single, read, puts);
  // From the last to the first: formulas mostly read what stands before them.
  for (const cell of cells.filter((each) => !single.includes(each)).reverse()) {
    puts.set(cell, isTimeUp() ? 'left' : measureAndPut(before, cell, read));
  }
  return cells.map((cell) => puts.get(cell)!);
}

/** Each cell is copied onto itself, so that a value stays beside its company even if somebody moves rows in this moment. */
function copyOver(
  before: ReadSheet,
  cells: readonly ToFreeze[],
  read: (like: SheetCells) => ReadSheet,
  puts: Map<ToFreeze, Put>,
): void {
  if (cells.length === 0) return;
  const now = read(before);
  const ready = cells.filter((cell) => isAsRead(now, before, cell));
  // In a filtered sheet Google copies visible rows only.
  const isFiltered = before.sheet.getFilter() !== null;
  const runs = mergeBlocks(ready, () => !isFiltered);
  writeApart(runs, (run) => copyOnto(before, run), inHalves);
  const after = read(before);
  for (const cell of cells) {
    if (!ready.includes(cell)) puts.set(cell, 'moved');
    else if (stands(after, before, cell)) puts.set(cell, blockOf(cell));
    else puts.set(cell, after.formulas[cell.row]?.[cell.column] === cell.formula ? 'refused' : 'unclear');
  }
  showDays(
    after,
    before,
    cells.filter((cell) => typeof puts.get(cell) === 'object'),
  );
}

/** The formula's first cell becomes its value: the other cells that it filled are blank then, and get their values back. */
function measureAndPut(before: ReadSheet, cell: ToFreeze, read: (like: SheetCells) => ReadSheet): Put {
  const { row, column, formula } = cell;
  const isProtected = findProtected(before.sheet, 'anybody');
  const now = read(before);
  if (!isAsRead(now, before, cell)) return 'moved';
  const first = { row, column, rows: 1, columns: 1 };
  writeApart([first], (block) => copyOnto(before, block));
  const out = read(before);
  if (out.formulas[row]?.[column] !== '') return 'refused';
  const block = findExtent(now, out, cell);
  const why = whyNot(before, now, block, isProtected);
  if (block === null || why !== null) return putBack(now, out, first, formula) ? (why ?? 'refused') : 'unclear';
  if (!stands(out, now, first)) return 'unclear';
  // Nothing may come between the last look at cells and their writing.
  writeApart([block], (each) => rangeOf(before.sheet, each).setValues(linesOf(now.raw, each)));
  const after = read(before);
  if (stands(after, before, block) && !isAnyBroken(now, after)) {
    showDays(after, before, [block]);
    return block;
  }
  return putBack(now, after, block, formula) ? 'refused' : 'unclear';
}

/** @param block `null`: nobody can tell what the formula fills */
function whyNot(
  before: SheetCells,
  now: SheetCells,
  block: Block | null,
  isProtected: (row: number, column: number) => boolean,
): 'refused' | 'protected' | 'moved' | null {
  if (block === null) return 'refused';
  const places = placesOf(block);
  if (places.some((place) => isProtected(...place))) return 'protected';
  const isSame = ([row, column]: Place): boolean => now.values[row]?.[column] === before.values[row]?.[column];
  return places.every(isSame) ? null : 'moved';
}

/**
 * Enters a formula again, and makes room for it. What a person has typed meanwhile stays.
 *
 * @param then its values, as they were
 * @param now what the cells hold
 * @returns whether the formula is back
 */
function putBack(then: SheetCells, now: ReadSheet, block: Block, formula: string): boolean {
  const isOurs = ([row, column]: Place): boolean =>
    now.formulas[row]?.[column] === '' && now.values[row]?.[column] === then.values[row]?.[column];
  const [first, ...others] = placesOf(block);
  if (first === undefined || !isOurs(first)) return false;
  writeApart([first], ([row, column]) => now.sheet.getRange(row + 1, column + 1).setFormulas([[formula]]));
  writeApart(others.filter(isOurs), ([row, column]) => now.sheet.getRange(row + 1, column + 1).setValue(''));
  return true;
}

/** The cells that went blank with the formula; `null`: others did too, so that nobody can tell. */
function findExtent(now: SheetCells, out: SheetCells, cell: ToFreeze): Block | null {
  const hasGone = ([row, column]: Place): boolean =>
    now.formulas[row]?.[column] === '' && now.values[row]?.[column] !== '' && out.values[row]?.[column] === '';
  const isFree = (row: number, column: number): boolean =>
    now.formulas[row]?.[column] === '' && (now.values[row]?.[column] === '' || hasGone([row, column]));
  const gone = reachOf(now, cell, isFree).flatMap((step) => placesOf(step).filter(hasGone));
  const { row, column } = cell;
  const rows = Math.max(row, ...gone.map(([down]) => down)) - row + 1;
  const columns = Math.max(column, ...gone.map(([, right]) => right)) - column + 1;
  const block = { row, column, rows, columns };
  return placesOf(block).every(([down, right], at) => at === 0 || isFree(down, right)) ? block : null;
}

/** Whether a formula has lost the room for its array. */
function isAnyBroken(before: SheetCells, after: SheetCells): boolean {
  return after.formulas.some((line, row) =>
    line.some(
      (formula, column) =>
        mayFill(formula) && isError(after.values[row]?.[column]) && !isError(before.values[row]?.[column]),
    ),
  );
}

/** Google may show a day as a number where its format came from the formula. */
function showDays(now: ReadSheet, before: ReadSheet, blocks: readonly Block[]): void {
  const isDay = (value: unknown): boolean => typeof value === 'object';
  const days = blocks
    .flatMap(placesOf)
    .filter(([row, column]) => isDay(before.raw[row]?.[column]) && !isDay(now.raw[row]?.[column]));
  writeApart(days, ([row, column]) => now.sheet.getRange(row + 1, column + 1).setNumberFormat(DATE_FORMAT));
}

function isAsRead(now: SheetCells, before: SheetCells, { row, column, formula }: ToFreeze): boolean {
  return now.formulas[row]?.[column] === formula && now.values[row]?.[column] === before.values[row]?.[column];
}

function copyOnto({ sheet }: ReadSheet, block: Block): void {
  const range = rangeOf(sheet, block);
  range.copyTo(range, { contentsOnly: true });
}

function linesOf(raw: ReadSheet['raw'], { row, column, rows, columns }: Block): unknown[][] {
  return Array.from({ length: rows }, (_row, down) => raw[row + down]!.slice(column, column + columns).map(asTyped));
}

function blockOf({ row, column, rows, columns }: Block): Block {
  return { row, column, rows, columns };
}
