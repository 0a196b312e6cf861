import { placesOf, stands, mergeBlocks, type Block, type SheetCells, type ToFreeze } from '../../shared/freeze';
import type { ExcelContext, ExcelRange, ExcelWorksheet } from '../excel-api';
import { inBatches, isTooLong } from './batches';
import { DAY_FORMAT, findDays } from './find-days';
import { hasInputs, inputsOf } from './input-cells';
import { isWithin, partsOf, writeParts, type Part } from './parts';
import { rangeOf, readBlocks, toHeld, toSheet } from './read-cells';

/**
 * Copies values over their formulas: what somebody has typed meanwhile is copied over itself, and no text is read anew.
 *
 * @param before as it was read
 * @returns whether each formula has become the values that were read; if not, it stands, or what somebody has typed over
 *   it. `null`: it is gone, and nobody can tell which
 */
export async function putValues(
  context: ExcelContext,
  before: SheetCells,
  cells: readonly (ToFreeze & Block)[],
): Promise<readonly (boolean | null)[]> {
  const sheet = context.workbook.worksheets.getItem(before.id);
  return inBatches(before, cells, async (some) => {
    const days = await findDays(context, sheet, partsOf(some));
    const now = await readBlocks(context, sheet, [...some, ...inputsOf(some)]);
    const ready = some.filter((cell) => isSame(now, before, cell));
    const written = await writeParts(context, partsOf(ready), (part, isAgain) => ({
      ...queueValues(
        sheet,
        part,
        before,
        ready.filter((cell) => isWithin(cell, part)),
      ),
      isAgain,
    }));
    const after = await readBlocks(context, sheet, ready);
    const inputs = toSheet(written.flatMap((each) => each.inputs.map(([block, range]) => [block, toHeld(range)])));
    const done = new Set(ready.filter((cell) => stands(after, before, cell) && hasInputs(inputs, before, cell)));
    if (done.size < ready.length) await restore(context, sheet, { before, after, written, done });
    const unclear = await findUnclear(
      context,
      sheet,
      ready.filter((cell) => !done.has(cell)),
      written,
    );
    const areDone = new Set([...done].flatMap(placesOf).map((place) => place.join(' ')));
    for (const [row, column] of days) {
      if (areDone.has(`${row} ${column}`)) sheet.getRangeByIndexes(row, column, 1, 1).numberFormat = [[DAY_FORMAT]];
    }
    await context.sync();
    return some.map((cell) => (unclear.has(cell) ? null : done.has(cell)));
  });
}

/** Whether a formula, its inputs, and all that it fills are as they were read. */
function isSame(now: SheetCells, before: SheetCells, cell: ToFreeze & Block): boolean {
  return (
    now.formulas[cell.row]?.[cell.column] === cell.formula &&
    hasInputs(now, before, cell) &&
    placesOf(cell).every(([row, column]) => now.values[row]?.[column] === (before.values[row]?.[column] ?? ''))
  );
}

/** What stood there right before, told by the request that wrote: nobody types in between. */
interface Replaced {
  readonly part: Part;
  /** Of a table that is too much to be told, only its formula. */
  readonly last: ExcelRange;
  /** What a table filled. */
  readonly spill: ExcelRange | null;
  /** What its formulas had calculated with. */
  readonly inputs: readonly (readonly [Block, ExcelRange])[];
}

interface Tried extends Replaced {
  readonly isAgain: boolean;
}

function queueValues(sheet: ExcelWorksheet, part: Part, before: SheetCells, cells: readonly ToFreeze[]): Replaced {
  const first = { ...part, rows: 1, columns: 1 };
  const last = rangeOf(sheet, isTooLong(before, part) ? first : part);
  last.load('values,formulas');
  const spill = part.isTable ? rangeOf(sheet, first).getSpillingToRangeOrNullObject() : null;
  spill?.load('rowCount,columnCount');
  const inputs = mergeBlocks(inputsOf(cells)).map((block) => [block, rangeOf(sheet, block)] as const);
  for (const [, input] of inputs) input.load('values,formulas');
  const range = rangeOf(sheet, part);
  range.copyFrom(range, 'Values');
  return { part, last, spill, inputs };
}

/**
 * Formulas that are gone without a word: a request that was refused has copied over them, and told nothing. What stands
 * there was calculated or typed after the look at them.
 */
async function findUnclear(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  cells: readonly (ToFreeze & Block)[],
  written: readonly Tried[],
): Promise<ReadonlySet<Block>> {
  const untold = cells.filter((cell) => !written.some(({ part, isAgain }) => !isAgain && isWithin(cell, part)));
  const now = await readBlocks(
    context,
    sheet,
    untold.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })),
  );
  return new Set(untold.filter(({ row, column }) => (now.formulas[row]?.[column] ?? '') === ''));
}

interface Copied {
  readonly before: SheetCells;
  readonly after: SheetCells;
  readonly written: readonly Replaced[];
  readonly done: ReadonlySet<Block>;
}

/**
 * Formulas that were calculated or entered between the reading and the writing. A table gets back the cells that it had
 * filled; whatever somebody has typed stays.
 */
async function restore(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  { before, after, written, done }: Copied,
): Promise<void> {
  const areDone = new Set([...done].map(({ row, column }) => `${row} ${column}`));
  context.workbook.application.suspendApiCalculationUntilNextSync();
  for (const { part, last, spill } of written) {
    const then = toSheet([[part, toHeld(last)]]);
    const isUntouched = (row: number, column: number): boolean =>
      (after.formulas[row]?.[column] ?? '') === '' &&
      after.values[row]?.[column] === (then.values[row]?.[column] ?? before.values[row]?.[column] ?? '');
    const isBack = (row: number, column: number): boolean =>
      (then.formulas[row]?.[column] ?? '') !== '' && !areDone.has(`${row} ${column}`) && isUntouched(row, column);
    const isTableBack = part.isTable && isBack(part.row, part.column);
    const wasFilled = (row: number, column: number): boolean =>
      spill?.isNullObject === false && row < part.row + spill.rowCount && column < part.column + spill.columnCount;
    const entryAt = (row: number, column: number): string | null => {
      const isFirst = !part.isTable || (row === part.row && column === part.column);
      if (isFirst) return isBack(row, column) ? then.formulas[row]![column]! : null;
      return isTableBack && wasFilled(row, column) && isUntouched(row, column) ? '' : null;
    };
    const entries = Array.from({ length: part.rows }, (_row, down) =>
      Array.from({ length: part.columns }, (_column, right) => entryAt(part.row + down, part.column + right)),
    );
    if (entries.some((line) => line.some((entry) => entry !== null))) rangeOf(sheet, part).formulas = entries;
  }
  await context.sync();
}
