import { readDisconnected, type Disconnected, type SheetProgram } from '../cells/disconnected-formula';
import { placesOf } from './blocks';
import { cellName } from './list-row';
import { mayComeBack } from './may-come-back';
import { fillsOneCell } from './one-cell';
import type { ToEnter } from './plan-restore';
import { formulaAt, valueAt, type Block, type SheetCells } from './sheet-cells';

/** Why a formula stays disconnected. */
export type Stuck = 'foreign' | 'lacking' | 'changed' | 'unclear' | 'repeated' | 'protected' | 'refused';

/** A formula that stays disconnected, and its place, such as `Leads!B2`. */
export interface StuckFormula {
  readonly why: Stuck;
  readonly place: string;
}

interface ReconnectPlan {
  readonly enter: readonly ToEnter[];
  readonly stuck: readonly StuckFormula[];
}

/** A formula that this program does not calculate, and the cells that show its values. */
interface Head extends Block {
  readonly found: Exclude<Disconnected, { readonly is: 'spilled' }>;
  /** The cells, besides its own, that show its values, as `row column`. */
  readonly spilled: ReadonlySet<string>;
  /** Whether some of them may belong to a formula that does not call Trace. */
  readonly isUnclear: boolean;
}

/** Decides which formulas that came from another program can be entered as Trace formulas again. */
export function planReconnect(sheets: readonly SheetCells[], program: SheetProgram): ReconnectPlan {
  const enter: ToEnter[] = [];
  const stuck: StuckFormula[] = [];
  for (const sheet of sheets) {
    for (const { found, spilled, isUnclear, ...block } of findHeads(sheet, program)) {
      if (found.is === 'other') continue;
      const place = `${sheet.name}!${cellName(block.row, block.column)}`;
      const why = whyNot(sheet, block, spilled, found.formula) ?? (isUnclear ? 'unclear' : null);
      if (why !== null) stuck.push({ why, place });
      else enter.push({ ...block, sheet: sheet.id, formula: found.formula!, place });
    }
  }
  return { enter, stuck };
}

function whyNot(
  sheet: SheetCells,
  block: Block,
  spilled: ReadonlySet<string>,
  formula: string | null,
): Exclude<Stuck, 'protected' | 'refused'> | null {
  if (formula === null) return 'lacking';
  if (!mayComeBack(formula)) return 'foreign';
  if (!fillsOneCell(formula) && isRepeated(sheet, block)) return 'repeated';
  const isOwn = ([row, column]: readonly [number, number]): boolean =>
    spilled.has(`${row} ${column}`) || (formulaAt(sheet, row, column) === '' && valueAt(sheet, row, column) === '');
  return placesOf(block).slice(1).every(isOwn) ? null : 'changed';
}

/** Whether a cell beside this one has the same formula, so that each of them would fill the cells of the others. */
function isRepeated(sheet: SheetCells, { row, column }: Block): boolean {
  const formula = formulaAt(sheet, row, column);
  return [
    [row - 1, column],
    [row + 1, column],
    [row, column - 1],
    [row, column + 1],
  ].some(([down, right]) => isSameCall(formulaAt(sheet, down!, right!), formula));
}

/** The same formula, whatever value its cell showed. */
function isSameCall(one: string, other: string): boolean {
  const callOf = (formula: string): string => /DUMMYFUNCTION\s*\(\s*("(?:[^"]|"")*")/i.exec(formula)?.[1] ?? formula;
  return one !== '' && callOf(one) === callOf(other);
}

type Reading = Pick<Head, 'row' | 'column' | 'found'> & { spilled: (readonly [number, number])[]; isUnclear: boolean };

/**
 * The formulas of a sheet that this program does not calculate. A file does not say which formula a spilled value
 * belongs to: it is the nearest one above, and of several in one row the nearest one to the left. Values that may
 * belong to a formula of something else are not ours to clear.
 */
function findHeads(sheet: SheetCells, program: SheetProgram): readonly Head[] {
  const heads: Reading[] = [];
  /** The last head of each column. */
  const last: Reading[] = [];
  sheet.formulas.forEach((line, row) =>
    line.forEach((formula, column) => {
      const found = formula === '' ? null : readDisconnected(formula, valueAt(sheet, row, column), program);
      if (found === null) return;
      if (found.is !== 'spilled') {
        last[column] = { row, column, found, spilled: [], isUnclear: false };
        heads.push(last[column]);
        return;
      }
      const owners = findOwners(last, column);
      const [nearest] = owners;
      if (nearest === undefined) return;
      const other = nearest.found.is === 'other' ? undefined : owners.find((head) => head.found.is === 'other');
      const isNearest = other === undefined || isFilledUpTo(sheet, nearest, column);
      nearest.isUnclear ||= other !== undefined && isNearest;
      if (isNearest) nearest.spilled.push([row, column]);
    }),
  );
  return heads.map(({ row, column, found, spilled, isUnclear }) => ({
    ...{ row, column, found, isUnclear },
    rows: spilled.reduce((most, [down]) => Math.max(most, down - row + 1), 1),
    columns: spilled.reduce((most, [, right]) => Math.max(most, right - column + 1), 1),
    spilled: new Set(spilled.map((place) => place.join(' '))),
  }));
}

/** The heads that may have filled a cell of this column, the nearest first: no other head is in between. */
function findOwners(last: readonly (Reading | undefined)[], column: number): readonly Reading[] {
  const owners: Reading[] = [];
  for (let at = column; at >= 0; at -= 1) {
    const head = last[at];
    if (head !== undefined && head.row > (owners[0]?.row ?? -1)) owners.unshift(head);
  }
  return owners;
}

/** Whether the values of a head reach a column without a gap in its own row. */
function isFilledUpTo(sheet: SheetCells, head: Reading, column: number): boolean {
  for (let at = head.column + 1; at <= column; at += 1) if (formulaAt(sheet, head.row, at) === '') return false;
  return true;
}
