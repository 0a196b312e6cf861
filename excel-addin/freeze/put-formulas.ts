import {
  formulaAt,
  isUnchanged,
  placesOf,
  valueAt,
  type Back,
  type Block,
  type CellContents,
  type SheetCells,
  type ToEnter,
} from '../../shared/freeze';
import { asTypedAgain } from '../../shared/runs';
import { inCalls } from '../bulk/in-portions';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import type { ExcelRange } from '../excel-range';
import { findLocked, rangeOf, writeBlocks } from './parts';
import { noteContents, readBlocks } from './read-cells';

/**
 * Enters formulas whose cells still contain what was read, and clears the other cells they fill. The request
 * that writes also reads the previous content, so that anything typed since the last check is restored.
 *
 * @param before the sheet as it was read
 */
export async function putFormulas(
  context: ExcelContext,
  before: SheetCells,
  cells: readonly ToEnter[],
): Promise<readonly Back[]> {
  const outcomes: Back[] = [];
  for (const some of inCalls(cells)) outcomes.push(...(await putSome(context, before, some)));
  return outcomes;
}

async function putSome(context: ExcelContext, before: SheetCells, cells: readonly ToEnter[]): Promise<readonly Back[]> {
  const sheet = context.workbook.worksheets.getItem(before.id);
  const locked = await findLocked(context, sheet, cells);
  const open = cells.filter((cell) => !placesOf(cell).some((place) => locked.has(place.join(' '))));
  const texts = await findTexts(context, sheet, open);
  const now = await readBlocks(context, sheet, open);
  const ready = open.filter((cell) => isUnchanged(now, before, cell));
  const then = await enter(context, sheet, ready, texts);
  const after = await readBlocks(context, sheet, ready.map(toFirst));
  const isEntered = ({ row, column }: ToEnter): boolean =>
    formulaAt(after, row, column) !== formulaAt(before, row, column);
  const typed = ready.filter((cell) => isEntered(cell) && !isUnchanged(then, before, cell));
  await writeBlocks(context, typed, (merged) => {
    rangeOf(sheet, merged).formulas = linesOf(
      merged,
      (row, column) => formulaAt(then, row, column) || asTypedAgain(valueAt(then, row, column)),
    );
  });
  return cells.map((cell) => {
    if (!open.includes(cell)) return 'protected';
    return ready.includes(cell) && isEntered(cell) && !typed.includes(cell) ? 'done' : 'refused';
  });
}

/** The cells, as `row column`, whose format would turn a formula into a text, instead of the value that is there. */
async function findTexts(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  cells: readonly ToEnter[],
): Promise<ReadonlySet<string>> {
  const firsts = cells.map((cell) => rangeOf(sheet, toFirst(cell)));
  for (const first of firsts) first.load('numberFormat');
  await context.sync();
  const isText = (_cell: ToEnter, at: number): boolean => firsts[at]!.numberFormat[0]?.[0] === '@';
  return new Set(cells.filter(isText).map(({ row, column }) => `${row} ${column}`));
}

function toFirst({ row, column }: Block): Block {
  return { row, column, rows: 1, columns: 1 };
}

/**
 * @param texts from {@link findTexts}
 * @returns the content of the cells before, read by the requests that entered the formulas
 */
async function enter(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  cells: readonly ToEnter[],
  texts: ReadonlySet<string>,
): Promise<CellContents> {
  const formulas = new Map(cells.map(({ row, column, formula }) => [`${row} ${column}`, formula]));
  const then = { formulas: [], values: [] };
  const told: (() => void)[] = [];
  // Blanks make room for the formula in the same request.
  await writeBlocks(context, cells, (merged) => {
    const last: ExcelRange = rangeOf(sheet, merged);
    last.load('values,formulas');
    told.unshift(() => noteContents(then, merged, last));
    for (const [row, column] of placesOf(merged).filter((place) => texts.has(place.join(' '))))
      rangeOf(sheet, toFirst({ ...merged, row, column })).numberFormat = [['General']];
    rangeOf(sheet, merged).formulas = linesOf(merged, (row, column) => formulas.get(`${row} ${column}`) ?? '');
  });
  // The first request comes last: if it wrote cells before Excel refused it, the next one read our formula in them.
  for (const note of told) {
    try {
      note();
    } catch {
      // A refused request may return nothing.
    }
  }
  return then;
}

function linesOf<T>(block: Block, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: block.rows }, (_row, down) =>
    Array.from({ length: block.columns }, (_column, right) => at(block.row + down, block.column + right)),
  );
}
