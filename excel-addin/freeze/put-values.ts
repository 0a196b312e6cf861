import { placesOf, stands, type Block, type SheetCells, type ToFreeze } from '../../shared/freeze';
import type { ExcelContext, ExcelRange, ExcelWorksheet } from '../excel-api';
import { isTooMuch } from '../bulk/on-workbook';
import { readInParts } from '../halved-reads';
import { inCalls, partsOf, writeParts, type Part } from './parts';
import { readBlocks, toHeld } from './read-cells';

/** How a date of a function shows in a cell that has no format of its own. */
const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_FORMAT = 'yyyy-mm-dd';

/**
 * Copies values over their formulas: what somebody has typed meanwhile is copied over itself, and no text is read anew.
 *
 * @param before as it was read
 * @returns whether each formula has become the values that were read; if not, it stands
 */
export async function putValues(
  context: ExcelContext,
  before: SheetCells,
  cells: readonly (ToFreeze & Block)[],
): Promise<readonly boolean[]> {
  const sheet = context.workbook.worksheets.getItem(before.id);
  const now = await readBlocks(context, sheet, cells);
  const isReady = cells.map((cell) => isSame(now, before, cell));
  const parts = partsOf(cells.filter((_cell, at) => isReady[at]));
  const days = await findDays(context, sheet, parts);
  const written = await writeParts(context, parts, (part) => {
    // In the same request as the writing: nobody types in between.
    // Of a table, only its formula may have to be entered again.
    const last = part.isTable ? rangeOf(sheet, { ...part, rows: 1, columns: 1 }) : rangeOf(sheet, part);
    last.load('values,formulas');
    const range = rangeOf(sheet, part);
    range.copyFrom(range, 'Values');
    return { part, last };
  });
  const after = await readBlocks(context, sheet, cells);
  const isDone = cells.map((cell, at) => isReady[at]! && stands(after, before, cell));
  await restore(
    context,
    sheet,
    written,
    cells.filter((_cell, at) => isReady[at]! && !isDone[at]!),
  );
  for (const [row, column] of days) {
    if (after.formulas[row]?.[column] === '') sheet.getRangeByIndexes(row, column, 1, 1).numberFormat = [[DAY_FORMAT]];
  }
  await context.sync();
  return isDone;
}

/** Whether a formula, and all that it fills, is as it was read. */
function isSame(now: SheetCells, before: SheetCells, cell: ToFreeze & Block): boolean {
  return (
    now.formulas[cell.row]?.[cell.column] === cell.formula &&
    placesOf(cell).every(([row, column]) => now.values[row]?.[column] === (before.values[row]?.[column] ?? ''))
  );
}

/** Formulas that were calculated or entered between the reading and the writing. */
async function restore(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  written: readonly { readonly part: Part; readonly last: ExcelRange }[],
  cells: readonly Block[],
): Promise<void> {
  const changed = new Set(cells.map(({ row, column }) => `${row} ${column}`));
  if (changed.size === 0) return;
  for (const { part, last } of written) {
    toHeld(last).formulas.forEach((line, down) =>
      line.forEach((formula, right) => {
        const isFirst = !part.isTable || down + right === 0;
        if (formula === '' || !isFirst || !changed.has(`${part.row + down} ${part.column + right}`)) return;
        const range = part.isTable ? rangeOf(sheet, part) : sheet.getRangeByIndexes(part.row + down, part.column, 1, 1);
        const [rows, columns] = part.isTable ? [part.rows, part.columns] : [1, 1];
        range.formulas = Array.from({ length: rows }, (_row, at) =>
          Array.from({ length: columns }, (_column, to) => (at + to === 0 ? formula : '')),
        );
      }),
    );
  }
  await context.sync();
}

/** A function brings the format of its date along, and the value alone may not. */
async function findDays(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  parts: readonly Part[],
): Promise<readonly (readonly [row: number, column: number])[]> {
  const days: (readonly [number, number])[] = [];
  const look = async (some: readonly Block[]): Promise<void> => {
    const asked = some.map((part) => {
      const range = rangeOf(sheet, part);
      range.load('values,numberFormat,text');
      return { part, range };
    });
    await context.sync();
    for (const { part, range } of asked) {
      range.text.forEach((line, down) =>
        line.forEach((text, right) => {
          const isDay = typeof range.values[down]?.[right] === 'number' && DAY.test(String(text));
          if (isDay && range.numberFormat[down]?.[right] === 'General') {
            days.push([part.row + down, part.column + right]);
          }
        }),
      );
    }
  };
  for (const some of inCalls(parts)) {
    try {
      await look(some);
    } catch (thrown) {
      if (!isTooMuch(thrown)) throw thrown;
      for (const part of some) {
        await readInParts(part.rows, part.rows, (start, rows) => look([{ ...part, row: part.row + start, rows }]));
      }
    }
  }
  return days;
}

function rangeOf(sheet: ExcelWorksheet, { row, column, rows, columns }: Block): ExcelRange {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}
