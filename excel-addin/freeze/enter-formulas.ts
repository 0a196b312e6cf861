import { stands, mergeBlocks, type Block, type SheetCells, type ToThaw } from '../../shared/freeze';
import { inCellForm } from '../bulk/cell-form';
import { excelCodeOf, isOfWorkbook } from '../bulk/on-workbook';
import type { ExcelContext, ExcelRange, ExcelWorksheet } from '../excel-api';
import { isTooLong } from './batches';
import { inputsOf } from './input-cells';
import { inCalls, isWithin, partsOf, type Part } from './parts';
import { queueBack } from './queue-back';
import { rangeOf, readBlocks, toHeld, toSheet } from './read-cells';

interface Sheet {
  readonly context: ExcelContext;
  readonly sheet: ExcelWorksheet;
  readonly before: SheetCells;
  /** Whether the inputs of a formula were what they were read as, as far as they are told. */
  readonly hasInputs: (then: SheetCells, cell: ToThaw) => boolean;
}

/**
 * Enters formulas in few requests. Where Excel refuses one, it may have entered some of its formulas: the others are
 * tried part by part, then in halves, so that a refused cell takes no other along.
 *
 * @param before as the cells were read
 * @returns those that are entered and for which nobody's typing had to go, as far as Excel has told. All others are in
 *   doubt or not there; what somebody typed right before a request is back
 */
export async function enterFormulas(on: Sheet, cells: readonly ToThaw[]): Promise<ReadonlySet<ToThaw>> {
  const done = new Set<ToThaw>();
  const enter = async (parts: readonly Part[], some: readonly ToThaw[]): Promise<void> => {
    const { asked, inputs, isRefused } = await request(on, parts, some);
    const told = asked.flatMap(({ part, last }) => toTold(part, last));
    const then = toSheet(told.map(({ part, held }) => [part, held] as const));
    const known = toSheet(inputs.flatMap(({ part, last }) => toTold(part, last)).map(({ part, held }) => [part, held]));
    const isTold = (cell: ToThaw): boolean => then.values[cell.row]?.[cell.column] !== undefined;
    const typed = new Set(
      some.filter((cell) => isTold(cell) && !(stands(then, on.before, cell) && on.hasInputs(known, cell))),
    );
    if (typed.size > 0) await putBack(on, [...typed], then, told);
    const rest = some.filter((cell) => !typed.has(cell));
    if (!isRefused) return rest.forEach((cell) => done.add(cell));
    const now = await readBlocks(on.context, on.sheet, rest);
    for (const cell of rest) {
      if (isTold(cell) && now.formulas[cell.row]?.[cell.column] === cell.formula) done.add(cell);
    }
    if (some.length === 1) return;
    // Anything else in a cell is a person's, or comes from a request that did not say what it replaced.
    const left = rest.filter((cell) => stands(now, on.before, cell));
    for (const group of parts.length > 1 ? byPart(left) : halves(left)) await enter(partsOf(group), group);
  };
  for (const parts of inCalls(partsOf(cells))) await enter(parts, within(parts, cells));
  return done;
}

interface Asked<P extends Block = Part> {
  readonly part: P;
  /** What stood there right before. `null`: it is too much to be told. */
  readonly last: ExcelRange | null;
}

async function request(
  { context, sheet, before }: Sheet,
  parts: readonly Part[],
  cells: readonly ToThaw[],
): Promise<{
  readonly asked: readonly Asked[];
  readonly inputs: readonly Asked<Block>[];
  readonly isRefused: boolean;
}> {
  const formulas = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell.formula]));
  context.workbook.application.suspendApiCalculationUntilNextSync();
  const inputs = mergeBlocks(inputsOf(cells)).map((part) => ({ part, last: rangeOf(sheet, part) }));
  for (const { last } of inputs) last.load('values,formulas');
  const asked = parts.map((part): Asked => {
    const { row, column, rows, columns, isTable } = part;
    const last = isTooLong(before, part) ? null : rangeOf(sheet, part);
    last?.load('values,formulas,numberFormat');
    rangeOf(sheet, part).formulas = Array.from({ length: rows }, (_row, down) =>
      Array.from({ length: columns }, (_column, right) =>
        isTable && down + right > 0 ? '' : formulas.get(`${row + down} ${column + right}`)!,
      ),
    );
    return { part, last };
  });
  try {
    await context.sync();
    return { asked, inputs, isRefused: false };
  } catch (thrown) {
    if (excelCodeOf(thrown) === '' || isOfWorkbook(thrown)) throw thrown;
    return { asked, inputs, isRefused: true };
  }
}

interface Told<P extends Block = Part> {
  readonly part: P;
  readonly last: ExcelRange;
  readonly held: ReturnType<typeof toHeld>;
}

/** Of a refused request Excel tells what was asked before the refusal, or nothing. */
function toTold<P extends Block>(part: P, last: ExcelRange | null): readonly Told<P>[] {
  if (last === null) return [];
  try {
    return [{ part, last, held: toHeld(last) }];
  } catch {
    return [];
  }
}

async function putBack(
  { context, sheet }: Sheet,
  typed: readonly ToThaw[],
  then: SheetCells,
  told: readonly Told[],
): Promise<void> {
  const firsts = typed.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 }));
  const now = await readBlocks(context, sheet, firsts);
  const overwritten = typed.filter(({ row, column }) => {
    const formula = now.formulas[row]?.[column] ?? '';
    return formula !== '' && formula !== then.formulas[row]?.[column];
  });
  if (overwritten.length === 0) return;
  const backOf = (cell: ToThaw): Told => told.find(({ part }) => isWithin(cell, part))!;
  await inCellForm(context, (form) => overwritten.map((cell) => queueBack(sheet, cell, backOf(cell), form)));
}

function byPart(cells: readonly ToThaw[]): readonly (readonly ToThaw[])[] {
  return partsOf(cells).map((part) => within([part], cells));
}

function halves(cells: readonly ToThaw[]): readonly (readonly ToThaw[])[] {
  const half = Math.ceil(cells.length / 2);
  return [cells.slice(0, half), cells.slice(half)].filter(({ length }) => length > 0);
}

function within(parts: readonly Part[], cells: readonly ToThaw[]): readonly ToThaw[] {
  return cells.filter((cell) => parts.some((part) => isWithin(cell, part)));
}
