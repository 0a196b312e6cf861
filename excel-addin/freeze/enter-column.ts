import type { Block } from '../../shared/freeze';
import type { ExcelContext, ExcelRange, ExcelWorksheet } from '../excel-api';
import { queueBack } from './queue-back';
import { rangeOf, readBlock, toHeld } from './read-cells';

/** Of formulas: three bytes each at most, and Excel on the web carries 5 MB. */
const CHARACTERS_AT_ONCE = 1_000_000;
/** So many are told with the writing itself: formulas, values and formats. */
const CHARACTERS_TOLD = 400_000;
const SPILL = '#SPILL!';

/** Cells of one column as they are right before they are written. */
export interface ColumnNow {
  /** By row; `''` where there is none. */
  readonly formulas: readonly string[];
  readonly values: readonly unknown[];
  /** How many rows its first cell fills. */
  readonly filled: number;
}

interface Entering {
  /** One column wide. */
  readonly area: Block;
  /** By row; `''` clears the cell. */
  readonly formulas: readonly string[];
  /** What is put back where these have no room. */
  readonly before: readonly string[];
  /** Whether nobody has typed into the cells since they were read. */
  readonly isAsRead: (now: ColumnNow) => boolean;
}

/** Enters formulas of a column, unless somebody has typed there meanwhile or they have no room. Returns whether they stand. */
export async function enterColumn(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  { area, formulas, before, isAsRead }: Entering,
): Promise<boolean> {
  const first = { ...area, rows: 1 };
  const now = rangeOf(sheet, first).getSpillingToRangeOrNullObject();
  now.load('rowCount');
  if (!isAsRead(toColumn(await readBlock(context, sheet, area), now))) return false;
  const isShort = formulas.join('').length + before.join('').length <= CHARACTERS_TOLD;
  const last = isShort ? rangeOf(sheet, area) : null;
  last?.load('values,formulas,numberFormat');
  const spill = rangeOf(sheet, first).getSpillingToRangeOrNullObject();
  spill.load('rowCount');
  const shown = rangeOf(sheet, first);
  try {
    await enter(context, sheet, area, formulas);
    shown.load('values');
    await context.sync();
  } catch (thrown) {
    await enter(context, sheet, area, before);
    throw thrown;
  }
  if (last !== null) {
    const then = toColumn(toHeld(last), spill);
    if (!isAsRead(then)) {
      await putBack(context, sheet, { area, last, then });
      return false;
    }
  }
  if (shown.values[0]?.[0] !== SPILL) return true;
  await enter(context, sheet, area, before);
  return false;
}

async function putBack(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  { area, last, then }: { readonly area: Block; readonly last: ExcelRange; readonly then: ColumnNow },
): Promise<void> {
  // What its first cell fills comes back by itself.
  const entries = then.formulas.map((formula, down) => {
    const isFilled = down > 0 && down < then.filled;
    return formula === '' && !isFilled && then.values[down] !== '' ? null : isFilled ? '' : formula;
  });
  context.workbook.application.suspendApiCalculationUntilNextSync();
  rangeOf(sheet, area).formulas = entries.map((entry) => [entry]);
  for (const [down, entry] of entries.entries()) {
    if (entry === null) queueBack(sheet, [area.row + down, area.column], { part: area, last });
  }
  await context.sync();
}

function toColumn(
  { formulas, values }: ReturnType<typeof toHeld>,
  spill: { readonly isNullObject: boolean; readonly rowCount: number },
): ColumnNow {
  const filled = spill.isNullObject ? 1 : spill.rowCount;
  return { formulas: formulas.map(([formula]) => formula!), values: values.map(([value]) => value), filled };
}

/** In as many requests as it takes; what is queued goes with the first. */
async function enter(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  area: Block,
  formulas: readonly string[],
): Promise<void> {
  let start = 0;
  while (start < formulas.length) {
    let [end, length] = [start, 0];
    while (end < formulas.length && (end === start || length + formulas[end]!.length <= CHARACTERS_AT_ONCE)) {
      length += formulas[end]!.length + 3;
      end += 1;
    }
    context.workbook.application.suspendApiCalculationUntilNextSync();
    const part = { ...area, row: area.row + start, rows: end - start };
    rangeOf(sheet, part).formulas = formulas.slice(start, end).map((formula) => [formula]);
    await context.sync();
    start = end;
  }
}
