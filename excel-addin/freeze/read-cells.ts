import { fillsOneCell, mergeBlocks, type Block, type SheetCells } from '../../shared/freeze';
import { callsTrace } from '../../shared/panel';
import { listSheets } from '../bulk/list-sheets';
import { isTooMuch } from '../bulk/on-workbook';
import { isFormula, toValue } from '../bulk/read-block';
import type { ExcelContext, ExcelRange, ExcelWorksheet } from '../excel-api';
import { readAreaInParts } from '../halved-reads';
import { findUsedAreas, type SheetArea } from '../used-areas';
import { inCalls } from './parts';

/** Few enough for the 5 MB that Excel on the web carries, unless the texts are long: then fewer are read. */
const CELLS_AT_ONCE = 20_000;
const OBJECTS_PER_SYNC = 1_000;

/** A sheet, and which cells its Trace formulas fill that fill more than their own, by `row column`. */
export interface ReadSheet extends SheetCells {
  readonly extents: ReadonlyMap<string, Block>;
}

type Place = readonly [row: number, column: number];
type Held = Pick<SheetCells, 'formulas' | 'values'>;

/** All sheets from their first cells on. */
export async function readSheets(context: ExcelContext): Promise<readonly ReadSheet[]> {
  const read: ReadSheet[] = [];
  for (const { id, name, rows, columns } of await listSheets(context)) {
    const sheet = context.workbook.worksheets.getItem(id);
    const { formulas, values } = await readSheet(context, { sheet, row: 0, column: 0, rows, columns });
    const extents = await readExtents(context, sheet, findWide(formulas));
    read.push({ id, name, values, extents, formulas: withoutSpilled(formulas, extents) });
  }
  return read;
}

/** A sheet from its first cell on. Where little of a large one is used, the rest is blank without being read. */
async function readSheet(context: ExcelContext, whole: SheetArea): Promise<Held> {
  const { sheet, rows, columns } = whole;
  if (rows === 0 || columns === 0) return { formulas: [], values: [] };
  const areas = await findUsedAreas(context, [whole]);
  if (areas.length === 1 && areas[0] === whole) return readCellsOf(context, sheet, whole);
  const read: (readonly [Block, Held])[] = [];
  for (const area of areas) read.push([area, await readCellsOf(context, sheet, area)]);
  const { formulas, values } = toSheet(read);
  return { formulas: withBlanks(formulas, rows), values: withBlanks(values, rows) };
}

function withBlanks<T>(lines: readonly (readonly T[])[], rows: number): readonly (readonly (T | '')[])[] {
  const none: readonly T[] = [];
  return Array.from({ length: rows }, (_line, row) => {
    const line = lines[row];
    return line === undefined ? none : Array.from(line, (cell) => cell ?? '');
  });
}

/** The Trace formulas that may fill more cells than their own. */
function findWide(formulas: Held['formulas']): readonly Place[] {
  return formulas.flatMap((line, row) =>
    line.flatMap((formula, column): readonly Place[] =>
      callsTrace(formula) && !fillsOneCell(formula) ? [[row, column]] : [],
    ),
  );
}

/** Reads fewer rows at once where the answer exceeds what Excel carries. */
export async function readCellsOf(context: ExcelContext, sheet: ExcelWorksheet, block: Block): Promise<Held> {
  const { row, column, rows, columns } = block;
  const most = Math.max(1, Math.floor(CELLS_AT_ONCE / columns));
  const formulas: (readonly string[])[] = [];
  const values: SheetCells['values'][number][] = [];
  await readAreaInParts({ rows, columns }, most, async (part) => {
    const range = sheet.getRangeByIndexes(row + part.row, column + part.column, part.rows, part.columns);
    range.load('values,formulas');
    await context.sync();
    const held = toHeld(range);
    // Of a row that is too much, some has been read.
    const isRest = part.column > 0;
    formulas.push(...(isRest ? [[...formulas.pop()!, ...held.formulas[0]!]] : held.formulas));
    values.push(...(isRest ? [[...values.pop()!, ...held.values[0]!]] : held.values));
  });
  return { formulas, values };
}

/** @param range loaded: `values,formulas` */
function toHeld(range: ExcelRange): Held {
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
  for (const some of inCalls(mergeBlocks(blocks))) {
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
      for (const { block } of asked) read.push([block, await readCellsOf(context, sheet, block)]);
    }
  }
  return toSheet(read);
}

/** Blocks at their places; all other cells are blank. */
function toSheet(read: readonly (readonly [Block, Held])[]): SheetCells {
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
  wide: readonly Place[],
): Promise<ReadonlyMap<string, Block>> {
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
