import { callsTrace } from '../shared/panel';
import { TraceError } from '../shared/formulas';
import type { PageMessages } from '../shared/ports';
import { excelApi, type ExcelContext, type ExcelRange, type ExcelWorksheet } from './excel-api';
import { findProblems } from './find-problems';
import { readTold } from './told-problems';

/**
 * Excel on the web carries 5 MB each way:
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization.
 */
const CELLS_PER_READ = 20_000;
const OBJECTS_PER_SYNC = 1_000;

type ShownProblem = PageMessages['problems']['value'][number];

/**
 * Enters again the Trace formulas that show a problem, in their own cell or in a cell of their table, and touches no
 * other cell: answers that are there stay, and cost nothing. Returns how many. Throws `hostMissing` where there is no
 * Excel.
 *
 * @param withLists whether those are entered again too that may show a part of a list: what is whole is only shown again
 */
export async function retryProblems(withLists = false): Promise<number> {
  const excel = excelApi();
  if (excel === undefined) throw new TraceError('hostMissing', {});
  return excel.run({ delayForCellEdit: true }, async (context) => {
    const cells: Cell[] = [];
    for (const area of await readAreas(context)) cells.push(...(await findCells(context, area, withLists)));
    const formulas = await findFormulas(context, cells);
    for (const some of inParts(formulas, OBJECTS_PER_SYNC)) {
      for (const { sheet, row, column, formula } of some) at(sheet, row, column).formulas = [[formula]];
      await context.sync();
    }
    return formulas.length;
  });
}

/**
 * The cells that show a problem of a Trace formula, by its sentence; `''`: nobody knows it. Throws `hostMissing` where there
 * is no Excel.
 */
export async function countProblems(): Promise<readonly ShownProblem[]> {
  const excel = excelApi();
  if (excel === undefined) throw new TraceError('hostMissing', {});
  return excel.run({ delayForCellEdit: true }, async (context) => {
    const cells: Cell[] = [];
    for (const area of await readAreas(context)) cells.push(...(await findCells(context, area, false)));
    const counts = new Map<string, number>();
    for (const { cell, holder } of await findHolders(context, cells)) {
      const sentence = readTold(holder.sheet.name, holder, cell);
      counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
    }
    return [...counts];
  });
}

interface Area {
  readonly sheet: ExcelWorksheet;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

interface Cell {
  readonly sheet: ExcelWorksheet;
  readonly row: number;
  readonly column: number;
  readonly formula: unknown;
}

/** The used range of every sheet. */
async function readAreas(context: ExcelContext): Promise<readonly Area[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const used = worksheets.items.map((sheet) => ({ sheet, range: sheet.getUsedRangeOrNullObject(false) }));
  for (const { range } of used) range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  return used
    .filter(({ range }) => !range.isNullObject)
    .map(({ sheet, range }) => {
      const { rowIndex: row, columnIndex: column, rowCount, columnCount } = range;
      return { sheet, row, column, rowCount, columnCount };
    });
}

/** The cells of an area that show a problem which may be Trace's. */
async function findCells(context: ExcelContext, area: Area, withLists: boolean): Promise<readonly Cell[]> {
  const { sheet, row, column, rowCount, columnCount } = area;
  const found: Cell[] = [];
  const rowsPerRead = Math.max(1, Math.floor(CELLS_PER_READ / columnCount));
  for (let start = 0; start < rowCount; start += rowsPerRead) {
    const range = sheet.getRangeByIndexes(row + start, column, Math.min(rowsPerRead, rowCount - start), columnCount);
    range.load('formulas,values');
    await context.sync();
    for (const problem of findProblems(range.formulas, range.values, withLists)) {
      const formula = range.formulas[problem.row]?.[problem.column];
      found.push({ sheet, row: row + start + problem.row, column: column + problem.column, formula });
    }
  }
  return found;
}

/** The cells of their formulas: a formula entered inside another one's table would break that table. */
async function findFormulas(context: ExcelContext, cells: readonly Cell[]): Promise<readonly Cell[]> {
  const found = new Map<ExcelWorksheet, Map<string, Cell>>();
  for (const { holder } of await findHolders(context, cells)) {
    const ofSheet = found.get(holder.sheet) ?? new Map<string, Cell>();
    found.set(holder.sheet, ofSheet.set(`${holder.row}:${holder.column}`, holder));
  }
  return [...found.values()].flatMap((ofSheet) => [...ofSheet.values()]);
}

/** Each cell with the cell of the Trace formula behind it; cells without one are left out. */
async function findHolders(
  context: ExcelContext,
  cells: readonly Cell[],
): Promise<readonly { readonly cell: Cell; readonly holder: Cell }[]> {
  const found: { readonly cell: Cell; readonly holder: Cell }[] = [];
  for (const some of inParts(cells, OBJECTS_PER_SYNC)) {
    const asked = some.map((cell) => ({ cell, parent: parentOf(cell) }));
    await context.sync();
    for (const { cell, parent } of asked) {
      const holder = parent.isNullObject ? cell : toCell(cell.sheet, parent);
      if (callsTrace(holder.formula)) found.push({ cell, holder });
    }
  }
  return found;
}

function parentOf({ sheet, row, column }: Cell): ExcelRange {
  const parent = at(sheet, row, column).getSpillParentOrNullObject();
  parent.load('rowIndex,columnIndex,formulas');
  return parent;
}

function toCell(sheet: ExcelWorksheet, { rowIndex: row, columnIndex: column, formulas }: ExcelRange): Cell {
  return { sheet, row, column, formula: formulas[0]?.[0] };
}

function at(sheet: ExcelWorksheet, row: number, column: number): ExcelRange {
  return sheet.getRangeByIndexes(row, column, 1, 1);
}

function* inParts<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
