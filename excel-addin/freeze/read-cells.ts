import { fillsOneCell, toRuns, type Block, type SheetCells } from '../../shared/freeze';
import { callsTrace } from '../../shared/panel';
import { listSheets } from '../bulk/list-sheets';
import { isTooMuch } from '../bulk/on-workbook';
import { isFormula, toValue } from '../bulk/read-block';
import type { ExcelContext, ExcelRange, ExcelWorksheet } from '../excel-api';
import { inCalls } from './parts';

/** Few enough for the 5 MB that Excel on the web carries, unless the texts are long: then fewer are read. */
const CELLS_AT_ONCE = 20_000;
const OBJECTS_PER_SYNC = 1_000;

/** A sheet, and which cells the tables of its Trace formulas fill, by `row column`. */
export interface ReadSheet extends SheetCells {
  readonly extents: ReadonlyMap<string, Block>;
}

type Held = Pick<SheetCells, 'formulas' | 'values'>;

/** All sheets from their first cells on. */
export async function readSheets(context: ExcelContext): Promise<readonly ReadSheet[]> {
  const read: ReadSheet[] = [];
  for (const { id, name, rows, columns } of await listSheets(context)) {
    const sheet = context.workbook.worksheets.getItem(id);
    const area: Block = { row: 0, column: 0, rows, columns };
    const held = rows === 0 || columns === 0 ? { formulas: [], values: [] } : await readBlock(context, sheet, area);
    const extents = await readExtents(context, sheet, held.formulas);
    read.push({ id, name, values: held.values, formulas: withoutSpilled(held.formulas, extents), extents });
  }
  return read;
}

/** Reads fewer rows at once where the answer exceeds what Excel carries. */
export async function readBlock(context: ExcelContext, sheet: ExcelWorksheet, block: Block): Promise<Held> {
  const { row, column, rows, columns } = block;
  const most = Math.max(1, Math.floor(CELLS_AT_ONCE / columns));
  const formulas: (readonly string[])[] = [];
  const values: SheetCells['values'][number][] = [];
  const read = async (start: number, count: number): Promise<void> => {
    const range = sheet.getRangeByIndexes(row + start, column, count, columns);
    range.load('values,formulas');
    try {
      await context.sync();
    } catch (thrown) {
      if (count === 1 || !isTooMuch(thrown)) throw thrown;
      const half = Math.ceil(count / 2);
      await read(start, half);
      return read(start + half, count - half);
    }
    const held = toHeld(range);
    formulas.push(...held.formulas);
    values.push(...held.values);
  };
  for (let start = 0; start < rows; start += most) await read(start, Math.min(most, rows - start));
  return { formulas, values };
}

/** @param range loaded: `values,formulas` */
export function toHeld(range: ExcelRange): Held {
  const values = range.values.map((line) => line.map(toValue));
  const formulas = range.formulas.map((line, down) =>
    line.map((formula, right) => (isFormula(formula, range.values[down]?.[right]) ? formula : '')),
  );
  return { formulas, values };
}

/** Some cells of a sheet as they are now; all others are blank. */
export async function readBlocks(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  blocks: readonly Block[],
): Promise<SheetCells> {
  const read: (readonly [Block, Held])[] = [];
  for (const some of inCalls(toRuns(blocks))) {
    const asked = some.map((block) => {
      const range = rangeOf(sheet, block);
      range.load('values,formulas');
      return { block, range };
    });
    try {
      await context.sync();
      read.push(...asked.map(({ block, range }) => [block, toHeld(range)] as const));
    } catch (thrown) {
      if (!isTooMuch(thrown)) throw thrown;
      for (const { block } of asked) read.push([block, await readBlock(context, sheet, block)]);
    }
  }
  return toSheet(read);
}

/** Blocks at their places; all other cells are blank. */
export function toSheet(read: readonly (readonly [Block, Held])[]): SheetCells {
  const formulas: string[][] = [];
  const values: SheetCells['values'][number][number][][] = [];
  for (const [{ row, column }, held] of read) {
    held.formulas.forEach((line, down) => {
      const [ownFormulas, ownValues] = [(formulas[row + down] ??= []), (values[row + down] ??= [])];
      line.forEach((formula, right) => {
        ownFormulas[column + right] = formula;
        ownValues[column + right] = held.values[down]![right]!;
      });
    });
  }
  return { id: '', name: '', formulas, values };
}

export function rangeOf(sheet: ExcelWorksheet, { row, column, rows, columns }: Block): ExcelRange {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

async function readExtents(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  formulas: Held['formulas'],
): Promise<ReadonlyMap<string, Block>> {
  const wide = formulas.flatMap((line, row) =>
    line.flatMap((formula, column) => (callsTrace(formula) && !fillsOneCell(formula) ? [[row, column] as const] : [])),
  );
  const extents = new Map<string, Block>();
  for (let start = 0; start < wide.length; start += OBJECTS_PER_SYNC) {
    const asked = wide.slice(start, start + OBJECTS_PER_SYNC).map(([row, column]) => {
      const range = sheet.getRangeByIndexes(row, column, 1, 1).getSpillingToRangeOrNullObject();
      range.load('rowCount,columnCount');
      return { row, column, range };
    });
    await context.sync();
    for (const { row, column, range } of asked) {
      if (range.isNullObject) continue;
      extents.set(`${row} ${column}`, { row, column, rows: range.rowCount, columns: range.columnCount });
    }
  }
  return extents;
}

/** A cell that a table has spilled into has no formula of its own, whatever Excel tells of it. */
function withoutSpilled(formulas: Held['formulas'], extents: ReadonlyMap<string, Block>): Held['formulas'] {
  if (extents.size === 0) return formulas;
  const lines = formulas.map((line) => [...line]);
  for (const { row, column, rows, columns } of extents.values()) {
    for (let down = row; down < row + rows; down += 1) {
      for (let right = column; right < column + columns; right += 1) {
        if (down > row || right > column) lines[down]?.splice(right, 1, '');
      }
    }
  }
  return lines;
}
