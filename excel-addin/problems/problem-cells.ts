import { callsTrace } from '../../shared/panel';
import type { ExcelContext, ExcelRange, ExcelWorksheet } from '../excel-api';
import { findProblems } from './find-problems';
import { readAreaInChunks, readInChunks } from './halved-reads';
import { hasToldAt } from './told-problems';
import { findUsedAreas, type SheetArea } from './used-areas';

/**
 * Excel on the web carries 5 MB each way:
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization.
 */
const CELLS_PER_READ = 20_000;
const OBJECTS_PER_SYNC = 1_000;

/** A cell of a sheet that shows a problem, or the one with the formula behind it. Row and column count from 0. */
export interface ProblemCell {
  readonly sheet: ExcelWorksheet;
  readonly row: number;
  readonly column: number;
  readonly formula: unknown;
  readonly shown: unknown;
  /** The same formula is in a cell beside it, so that both may have been entered as one (Ctrl+Shift+Enter). */
  readonly mayBeArray: boolean;
}

/** A cell with the cell of the Trace formula behind it. */
interface HeldCell {
  readonly cell: ProblemCell;
  readonly holder: ProblemCell;
}

/** Which cells to find besides those that show a problem. */
interface Besides {
  /** Formulas that may show part of a list. */
  readonly withLists: boolean;
  /**
   * Formulas that have reported a problem that their cell does not show: IFERROR shows the user's own value instead.
   */
  readonly withHidden: boolean;
}

/** The cells of all sheets that show a problem of a Trace formula. */
export async function findProblemCells(context: ExcelContext, besides: Besides): Promise<readonly HeldCell[]> {
  const cells: ProblemCell[] = [];
  for (const area of await readAreas(context)) cells.push(...(await findCells(context, area, besides)));
  const found: HeldCell[] = [];
  await readInChunks(cells.length, OBJECTS_PER_SYNC, async (start, count) => {
    const some = cells.slice(start, start + count);
    found.push(...(await findSources(context, some)));
  });
  return found;
}

/** The used range of every sheet. */
async function readAreas(context: ExcelContext): Promise<readonly SheetArea[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  const used = worksheets.items.map((sheet) => ({ sheet, range: sheet.getUsedRangeOrNullObject(false) }));
  for (const { range } of used) range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const areas = used
    .filter(({ range }) => !range.isNullObject)
    .map(({ sheet, range }) => {
      const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
      return { sheet, row, column, rows, columns };
    });
  return findUsedAreas(context, areas);
}

/** The cells of an area that show a problem that may be Trace's. */
async function findCells(
  context: ExcelContext,
  area: SheetArea,
  { withLists, withHidden }: Besides,
): Promise<readonly ProblemCell[]> {
  const { sheet } = area;
  const found: ProblemCell[] = [];
  const rowsPerRead = Math.max(1, Math.floor(CELLS_PER_READ / area.columns));
  await readAreaInChunks(area, rowsPerRead, async ({ rows, columns, ...part }) => {
    const [row, column] = [area.row + part.row, area.column + part.column];
    const range = sheet.getRangeByIndexes(row, column, rows, columns);
    range.load('formulas,values');
    await context.sync();
    const { formulas, values } = range;
    const isHidden = (at: number, beside: number): boolean =>
      withHidden && hasToldAt(sheet.name, { row: row + at, column: column + beside });
    for (const problem of findProblems(formulas, values, withLists, isHidden)) {
      const formula = formulas[problem.row]?.[problem.column];
      const [above, below] = [formulas[problem.row - 1], formulas[problem.row + 1]];
      const [left, right] = [problem.column - 1, problem.column + 1];
      const beside = [above?.[problem.column], below?.[problem.column]];
      beside.push(formulas[problem.row]?.[left], formulas[problem.row]?.[right]);
      const place = { row: row + problem.row, column: column + problem.column };
      const shown = values[problem.row]?.[problem.column];
      found.push({ sheet, ...place, formula, shown, mayBeArray: beside.includes(formula) });
    }
  });
  return found;
}

/** Leaves out cells without a Trace formula behind them. */
async function findSources(context: ExcelContext, cells: readonly ProblemCell[]): Promise<readonly HeldCell[]> {
  const asked = cells.map((cell) => ({ cell, parent: parentOf(cell) }));
  await context.sync();
  return asked
    .map(({ cell, parent }) => ({ cell, holder: parent.isNullObject ? cell : toCell(cell.sheet, parent) }))
    .filter(({ holder }) => callsTrace(holder.formula));
}

function parentOf({ sheet, row, column }: ProblemCell): ExcelRange {
  const parent = sheet.getRangeByIndexes(row, column, 1, 1).getSpillParentOrNullObject();
  parent.load('rowIndex,columnIndex,formulas,values');
  return parent;
}

/** A formula that has spilled is not part of an array. */
function toCell(sheet: ExcelWorksheet, range: ExcelRange): ProblemCell {
  const { rowIndex: row, columnIndex: column, formulas, values } = range;
  return { sheet, row, column, formula: formulas[0]?.[0], shown: values[0]?.[0], mayBeArray: false };
}
