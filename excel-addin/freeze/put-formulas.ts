import { placesOf, stands, type SheetCells, type ToThaw } from '../../shared/freeze';
import type { ExcelContext, ExcelRange, ExcelWorksheet } from '../excel-api';
import { inBatches, isTooLong } from './batches';
import { findLocked } from './find-locked';
import { isWithin, partsOf, writeParts, type Part } from './parts';
import { queueBack } from './queue-back';
import { rangeOf, readBlocks, toHeld, toSheet } from './read-cells';

/**
 * Enters each formula and clears what else it fills, in one request, where the values stand that were read. What somebody
 * types right before that request is put back.
 *
 * @param before as it was read
 * @returns whether each is done; if not, its values stand
 */
export async function putFormulas(
  context: ExcelContext,
  before: SheetCells,
  cells: readonly ToThaw[],
): Promise<readonly boolean[]> {
  const sheet = context.workbook.worksheets.getItem(before.id);
  const locked = await findLocked(context, sheet, cells);
  const isOpen = (cell: ToThaw): boolean => !placesOf(cell).some((place) => locked.has(place.join(' ')));
  return inBatches(before, cells, async (some) => {
    const now = await readBlocks(context, sheet, some);
    const ready = some.filter((cell) => isOpen(cell) && stands(now, before, cell));
    const written = await writeParts(context, partsOf(ready), (part) => queueFormulas(sheet, part, before, ready));
    const typed = await putBack(context, sheet, before, ready, written);
    const after = await readBlocks(
      context,
      sheet,
      some.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })),
    );
    const isReady = new Set(ready);
    return some.map(
      (cell) => isReady.has(cell) && !typed.has(cell) && (after.formulas[cell.row]?.[cell.column] ?? '') !== '',
    );
  });
}

interface Written {
  readonly part: Part;
  /** What stood there right before. `null`: it is too much to be told. */
  readonly last: ExcelRange | null;
}

function queueFormulas(sheet: ExcelWorksheet, part: Part, before: SheetCells, cells: readonly ToThaw[]): Written {
  const { row, column, rows, columns, isTable } = part;
  const formulas = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell.formula]));
  const last = isTooLong(before, part) ? null : rangeOf(sheet, part);
  last?.load('values,formulas,numberFormat');
  rangeOf(sheet, part).formulas = Array.from({ length: rows }, (_row, down) =>
    Array.from({ length: columns }, (_column, right) =>
      isTable && down + right > 0 ? '' : formulas.get(`${row + down} ${column + right}`)!,
    ),
  );
  return { part, last };
}

/** @returns the formulas that are not there, since somebody has typed into their cells */
async function putBack(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  before: SheetCells,
  cells: readonly ToThaw[],
  written: readonly Written[],
): Promise<ReadonlySet<ToThaw>> {
  const known = written.flatMap(({ part, last }) => (last === null ? [] : [{ part, last, held: toHeld(last) }]));
  const then = toSheet(known.map(({ part, held }) => [part, held] as const));
  const typed = cells.filter((cell) => {
    const isKnown = then.values[cell.row]?.[cell.column] !== undefined;
    // An earlier try of the same request may have entered it.
    return isKnown && !stands(then, before, cell) && then.formulas[cell.row]?.[cell.column] !== cell.formula;
  });
  if (typed.length === 0) return new Set();
  context.workbook.application.suspendApiCalculationUntilNextSync();
  for (const cell of typed)
    queueBack(
      sheet,
      cell,
      known.find((each) => isWithin(cell, each.part))!,
    );
  await context.sync();
  return new Set(typed);
}
