import type { Block, ReplacePorts } from '../../shared/freeze';
import type { Asked } from '../../shared/ports';
import { inCellForm } from '../bulk/cell-form';
import type { ExcelContext, ExcelRange, ExcelWorksheet } from '../excel-api';
import { columnParts } from './column-parts';
import { queueBack, type Last } from './queue-back';
import { rangeOf, readCellsOf, toHeld } from './read-cells';

const SPILL = '#SPILL!';

/** Cells of one column as they are right before they are written. */
interface ColumnNow {
  /** By row; `''` where there is none. */
  readonly formulas: readonly string[];
  readonly values: readonly unknown[];
  /** How many rows its first cell fills. */
  readonly filled: number;
}

interface Column {
  readonly context: ExcelContext;
  readonly sheet: ExcelWorksheet;
  readonly area: Block;
}

/** Whether a cell, by its row from the first, holds nothing of somebody's own. */
type IsOurs = (now: ColumnNow, down: number) => boolean;

/**
 * Enters formulas of a column, unless somebody has typed there meanwhile or they have no room. What somebody types stays,
 * however many requests it takes. Returns whether they stand.
 */
export async function enterColumn(
  context: ExcelContext,
  { formulas, before, filled, ...area }: Asked<ReplacePorts, 'enter'>,
): Promise<boolean> {
  const column = { context, sheet: context.workbook.worksheets.getItem(area.sheet), area };
  const now = await look(column);
  const isAsRead = before.every((formula, down) => {
    if (formula !== '') return now.formulas[down] === formula;
    return down < filled ? down < now.filled : now.values[down] === '';
  });
  if (!isAsRead) return false;
  const isAsLooked: IsOurs = (then, down) => {
    if (then.formulas[down] !== '') return then.formulas[down] === before[down];
    if (before[down] !== '') return false;
    return isFree(then, down) || (down < now.filled && then.values[down] === now.values[down]);
  };
  const isEntered: IsOurs = (then, down) =>
    isSame(then.formulas[down]!, formulas[down]!) && (formulas[down] !== '' || isFree(then, down));
  const typed = new Set<number>();
  let end = 0;
  const undo = async (): Promise<void> => {
    const then = await look(column);
    const isBack = (down: number): boolean => !typed.has(down) && isEntered(then, down);
    const entries = before.slice(0, end).map((formula, down) => (isBack(down) ? formula : null));
    for (const [from, to] of columnParts(entries, then)) await enter(column, { from, to }, entries, isEntered);
  };
  try {
    for (const [from, to] of columnParts(formulas, now)) {
      end = to;
      for (const down of await enter(column, { from, to }, formulas, isAsLooked)) typed.add(down);
      if (typed.size > 0) break;
    }
    if (typed.size === 0 && !(await hasNoRoom(column))) return true;
  } catch (thrown) {
    await undo();
    throw thrown;
  }
  await undo();
  return false;
}

/** The part of a column that the formula of its first cell fills. */
export async function readFilled(
  context: ExcelContext,
  { sheet, row, column }: Asked<ReplacePorts, 'reach'>,
): Promise<Pick<Block, 'rows'>> {
  const area = { row, column, rows: 1, columns: 1 };
  const spill = spillOf({ context, sheet: context.workbook.worksheets.getItem(sheet), area });
  await context.sync();
  return { rows: filledBy(spill) };
}

/** Excel may space what is entered its own way. */
function isSame(formula: string, other: string): boolean {
  const bare = (text: string): string => text.replace(/\s/g, '').toUpperCase();
  return formula === other || bare(formula) === bare(other);
}

/** Blank, or filled by the first cell. */
function isFree({ values, filled }: ColumnNow, down: number): boolean {
  return values[down] === '' || (down > 0 && down < filled);
}

async function hasNoRoom({ context, sheet, area }: Column): Promise<boolean> {
  const shown = rangeOf(sheet, { ...area, rows: 1 });
  shown.load('values');
  await context.sync();
  return shown.values[0]?.[0] === SPILL;
}

/** What its first cell fills is told before and after: a cell that somebody types into breaks it. */
async function look(column: Column): Promise<ColumnNow> {
  const first = spillOf(column);
  const held = await readCellsOf(column.context, column.sheet, column.area);
  const last = spillOf(column);
  await column.context.sync();
  return toColumn(held, Math.min(filledBy(first), filledBy(last)));
}

/**
 * Writes some rows, `null`: leave alone, in the request that tells what stood there, and puts back what is somebody's.
 *
 * @returns where that was, by row from the first of the column
 */
async function enter(
  column: Column,
  { from, to }: { readonly from: number; readonly to: number },
  all: readonly (string | null)[],
  isOurs: IsOurs,
): Promise<readonly number[]> {
  const { context, sheet, area } = column;
  const entries = all.slice(from, to);
  if (entries.every((entry) => entry === null)) return [];
  const part = { ...area, row: area.row + from, rows: entries.length };
  context.workbook.application.suspendApiCalculationUntilNextSync();
  const last = rangeOf(sheet, part);
  last.load('values,formulas,numberFormat');
  const spill = spillOf(column);
  rangeOf(sheet, part).formulas = entries.map((entry) => [entry]);
  await context.sync();
  const told = toColumn(toHeld(last), filledBy(spill));
  const then: ColumnNow = {
    formulas: [...all.slice(0, from).map(() => ''), ...told.formulas],
    values: [...all.slice(0, from).map(() => ''), ...told.values],
    filled: told.filled,
  };
  const typed = entries.flatMap((entry, down) => (entry === null || isOurs(then, from + down) ? [] : [from + down]));
  if (typed.length > 0) await putBack(column, typed, { part, last });
  return typed;
}

async function putBack({ context, sheet, area }: Column, typed: readonly number[], last: Last): Promise<void> {
  const rowOf = (down: number): Block => ({ ...area, row: area.row + down, rows: 1 });
  await inCellForm(context, (form) => typed.map((down) => queueBack(sheet, rowOf(down), last, form)));
}

function spillOf({ sheet, area }: Column): ExcelRange {
  const spill = rangeOf(sheet, { ...area, rows: 1 }).getSpillingToRangeOrNullObject();
  spill.load('rowCount');
  return spill;
}

function filledBy(spill: ExcelRange): number {
  return spill.isNullObject ? 1 : spill.rowCount;
}

function toColumn({ formulas, values }: ReturnType<typeof toHeld>, filled: number): ColumnNow {
  return { formulas: formulas.map(([formula]) => formula!), values: values.map(([value]) => value), filled };
}
