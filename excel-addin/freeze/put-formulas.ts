import { stands, type SheetCells, type ToRestore } from '../../shared/freeze';
import type { ExcelContext } from '../excel-api';
import { partsOf, writeParts } from './parts';
import { rangeOf, readBlocks } from './read-cells';

/** Few, so that little time passes between the look at a cell and the writing. */
const FORMULAS_AT_ONCE = 2_000;

/**
 * Enters formulas where the values still are that were read, and clears what else they fill. Returns for each whether it
 * is done.
 *
 * @param before as it was read
 */
export async function putFormulas(
  context: ExcelContext,
  before: SheetCells,
  cells: readonly ToRestore[],
): Promise<readonly boolean[]> {
  const areDone: boolean[] = [];
  for (let at = 0; at < cells.length; at += FORMULAS_AT_ONCE) {
    areDone.push(...(await putSome(context, before, cells.slice(at, at + FORMULAS_AT_ONCE))));
  }
  return areDone;
}

async function putSome(
  context: ExcelContext,
  before: SheetCells,
  cells: readonly ToRestore[],
): Promise<readonly boolean[]> {
  const sheet = context.workbook.worksheets.getItem(before.id);
  const now = await readBlocks(context, sheet, cells);
  const ready = cells.filter((cell) => stands(now, before, cell));
  const formulas = new Map(ready.map(({ row, column, formula }) => [`${row} ${column}`, formula]));
  // The blanks of a table make room for its formula in the same request.
  await writeParts(context, partsOf(ready), (part) => {
    rangeOf(sheet, part).formulas = Array.from({ length: part.rows }, (_row, down) =>
      Array.from({ length: part.columns }, (_column, right) => {
        return formulas.get(`${part.row + down} ${part.column + right}`) ?? '';
      }),
    );
  });
  const firsts = cells.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 }));
  const after = await readBlocks(context, sheet, firsts);
  return cells.map((cell) => ready.includes(cell) && (after.formulas[cell.row]?.[cell.column] ?? '') !== '');
}
