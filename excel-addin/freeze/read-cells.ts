import {
  fillsOneCell,
  TableLinks,
  mergeBlocks,
  type Block,
  type LinkedSheet,
  type NamedTable,
  type SheetCells,
} from '../../shared/freeze';
import { callsTrace } from '../../shared/panel';
import { listSheets } from '../bulk/list-sheets';
import { isTooMuch } from '../bulk/on-workbook';
import { isFormula, toValue } from '../bulk/read-block';
import type { ExcelContext, ExcelRange, ExcelWorksheet } from '../excel-api';
import { readAreaInParts } from '../halved-reads';
import { findUsedAreas, type SheetArea } from '../used-areas';
import { readNamedTables } from './named-tables';
import { inCalls } from './parts';

/** Few enough for the 5 MB that Excel on the web carries, unless the texts are long: then fewer are read. */
const CELLS_AT_ONCE = 20_000;
const OBJECTS_PER_SYNC = 1_000;

/** A sheet, and which cells the tables of its Trace formulas fill, by `row column`. */
export interface ReadSheet extends LinkedSheet {
  readonly links: TableLinks;
  readonly extents: ReadonlyMap<string, Block>;
}

type Held = Pick<SheetCells, 'formulas' | 'values'>;

/** All sheets from their first cells on. */
export async function readSheets(context: ExcelContext): Promise<readonly ReadSheet[]> {
  const listed = await listSheets(context);
  const tables = await readNamedTables(
    context,
    listed.map(({ id }) => id),
  );
  const read: SheetInParts[] = [];
  for (const [at, { id, name, rows, columns }] of listed.entries()) {
    const sheet = context.workbook.worksheets.getItem(id);
    const held = await readSheet(context, { sheet, row: 0, column: 0, rows, columns });
    read.push(new SheetInParts(id, name, held, tables[at]!, read));
  }
  for (const [at, places] of findWide(read).entries()) {
    const { id } = read[at]!;
    read[at]!.extents = await readExtents(context, context.workbook.worksheets.getItem(id), places);
  }
  for (const sheet of read) sheet.formulas = withoutSpilled(sheet.formulas, sheet.extents);
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

/** A sheet of which one thing is read after the other. */
class SheetInParts implements ReadSheet {
  readonly links: TableLinks;
  readonly values: SheetCells['values'];
  formulas: SheetCells['formulas'];
  extents: ReadonlyMap<string, Block> = new Map();

  constructor(
    readonly id: string,
    readonly name: string,
    { formulas, values }: Held,
    readonly tables: readonly NamedTable[],
    sheets: readonly ReadSheet[],
  ) {
    this.formulas = formulas;
    this.values = values;
    this.links = new TableLinks(this, sheets);
  }

  spillAt(row: number, column: number): Block | undefined {
    return this.extents.get(`${row} ${column}`);
  }
}

type Places = ReadonlyMap<string, readonly [row: number, column: number]>;

/**
 * For each sheet the formulas that may fill more cells than their own, by `row column`. Only two kinds matter here:
 * those that call Trace, and those that another formula reads with `#`.
 */
function findWide(sheets: readonly ReadSheet[]): readonly Places[] {
  const found = new Map(sheets.map((sheet) => [sheet as SheetCells, new Map<string, readonly [number, number]>()]));
  for (const sheet of sheets) {
    const { links, formulas } = sheet;
    formulas.forEach((line, row) =>
      line.forEach((formula, column) => {
        if (formula === '') return;
        const anchors = links.anchorsOf(formula);
        for (const each of anchors) found.get(each.of)!.set(`${each.row} ${each.column}`, [each.row, each.column]);
        if (!callsTrace(formula)) return;
        // How much another formula spills is not known yet.
        if (anchors.length === 0 && fillsOneCell(links.toPlain(formula, row, column) ?? formula)) return;
        found.get(sheet)!.set(`${row} ${column}`, [row, column]);
      }),
    );
  }
  return [...found.values()];
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
  places: Places,
): Promise<ReadonlyMap<string, Block>> {
  const wide = [...places.values()];
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
