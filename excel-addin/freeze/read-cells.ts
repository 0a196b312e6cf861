import {
  fillsOneCell,
  mergeBlocks,
  placesOf,
  type Block,
  type CellContents,
  type SheetCells,
} from '../../shared/freeze';
import { callsTrace } from '../../shared/panel';
import { cutBlock, inCalls } from '../bulk/in-portions';
import { listSheets } from '../bulk/list-sheets';
import { isTooMuch } from '../bulk/on-workbook';
import { isFormula, toValue } from '../bulk/read-block';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import type { ExcelRange } from '../excel-range';
import { readAreaInChunks } from '../problems/halved-reads';
import { findUsedAreas } from '../problems/used-areas';
import { rangeOf } from './parts';

/** Cells that were not read are missing, and count as blank. */
interface ReadContents extends CellContents {
  readonly formulas: string[][];
  readonly values: SheetCells['values'][number][number][][];
}

/**
 * All sheets, from their first cells on.
 *
 * @param needsExtents whether to ask which cells the formulas of a sheet fill, which costs a call for each formula
 */
export async function readSheets(
  context: ExcelContext,
  needsExtents: (sheet: SheetCells) => boolean = () => true,
): Promise<readonly Required<SheetCells>[]> {
  const read: Required<SheetCells>[] = [];
  for (const { id, name, rows, columns } of await listSheets(context)) {
    const sheet = context.workbook.worksheets.getItem(id);
    const whole = { sheet, row: 0, column: 0, rows, columns };
    const contents = await readBlocks(context, sheet, rows === 0 ? [] : await findUsedAreas(context, [whole]));
    const isAsked = needsExtents({ id, name, ...contents });
    const extents = isAsked ? await readExtents(context, sheet, contents) : new Map<string, Block>();
    // A cell that a formula has spilled into has no formula of its own, whatever Excel reports.
    for (const extent of extents.values())
      for (const [row, column] of placesOf(extent).slice(1))
        if (contents.formulas[row]) contents.formulas[row][column] = '';
    read.push({ id, name, ...contents, extents });
  }
  return read;
}

/** Some cells of a sheet as they are now. Reads fewer at once if the answer exceeds what Excel carries. */
export async function readBlocks(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  blocks: readonly Block[],
): Promise<ReadContents> {
  const contents: ReadContents = { formulas: [], values: [] };
  const read = async (some: readonly Block[]): Promise<void> => {
    const ranges = some.map((block) => rangeOf(sheet, block));
    for (const range of ranges) range.load('values,formulas');
    await context.sync();
    ranges.forEach((range, at) => noteContents(contents, some[at]!, range));
  };
  for (const some of inCalls(mergeBlocks(blocks).flatMap(cutBlock))) {
    try {
      await read(some);
    } catch (thrown) {
      if (!isTooMuch(thrown)) throw thrown;
      for (const block of some) {
        await readAreaInChunks(block, block.rows, ({ row, column, rows, columns }) =>
          read([{ row: block.row + row, column: block.column + column, rows, columns }]),
        );
      }
    }
  }
  return contents;
}

/** @param range with `values,formulas` loaded */
export function noteContents(contents: ReadContents, { row, column }: Block, range: ExcelRange): void {
  const { values, formulas } = range;
  values.forEach((line, down) => {
    const [ownFormulas, ownValues] = [(contents.formulas[row + down] ??= []), (contents.values[row + down] ??= [])];
    line.forEach((value, right) => {
      const formula = formulas[down]?.[right];
      ownFormulas[column + right] = isFormula(formula, value) ? formula : '';
      ownValues[column + right] = toValue(value);
    });
  });
}

/** The cells filled by Trace formulas that may fill more than their own. */
async function readExtents(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  { formulas }: ReadContents,
): Promise<ReadonlyMap<string, Block>> {
  const wide = formulas.flatMap((line, row) =>
    line.flatMap((formula, column) =>
      callsTrace(formula) && !fillsOneCell(formula) ? [{ row, column, rows: 1, columns: 1 }] : [],
    ),
  );
  const extents = new Map<string, Block>();
  for (const some of inCalls(wide)) {
    const ranges = some.map((block) => rangeOf(sheet, block).getSpillingToRangeOrNullObject());
    for (const range of ranges) range.load('rowCount,columnCount');
    await context.sync();
    ranges.forEach((range, at) => {
      const { row, column } = some[at]!;
      if (range.isNullObject) return;
      extents.set(`${row} ${column}`, { row, column, rows: range.rowCount, columns: range.columnCount });
    });
  }
  return extents;
}
