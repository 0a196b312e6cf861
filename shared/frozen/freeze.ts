import { ask, type Task } from '../task';
import { toLine, toListRow } from './list-row';
import { findSpillsRead, planFreeze, type FreezeScope, type Stays, type ToFreeze } from './plan-freeze';
import type { FreezePorts } from './ports';
import type { Block, SheetCells } from './sheet-cells';

export interface Frozen {
  readonly frozen: number;
  /** How many stay formulas, by reason. */
  readonly stay: Readonly<Partial<Record<Stays, number>>>;
}

/**
 * Turns formulas into the values that they show. Lists the formulas first and writes the cells afterwards, so that an
 * interruption loses no formula.
 *
 * @param toScopes chooses the formulas, given the sheets as they were read
 */
export function* freeze(
  toScopes: (sheets: readonly SheetCells[]) => readonly FreezeScope[],
): Task<Frozen, FreezePorts> {
  const sheets = yield* ask<FreezePorts, 'cells'>({ ask: 'cells' });
  const nowMs = yield* ask<FreezePorts, 'now'>({ ask: 'now' });
  const stay = new Map<Stays, number>();
  const stays = (why: Stays): void => void stay.set(why, (stay.get(why) ?? 0) + 1);
  const spillsRead = findSpillsRead(sheets);
  let frozen = 0;
  for (const scope of toScopes(sheets)) {
    const cells = planFreeze(scope, spillsRead, stays);
    if (cells.length > 0) frozen += yield* freezeSome(scope.sheet, cells, nowMs, stays);
  }
  return { frozen, stay: Object.fromEntries(stay) };
}

/** @returns how many formulas of one sheet are now values */
function* freezeSome(
  sheet: SheetCells,
  cells: readonly ToFreeze[],
  nowMs: number,
  stays: (why: Stays) => void,
): Task<number, FreezePorts> {
  const lineOf = (block: Block, at: number): readonly string[] =>
    toLine(toListRow(sheet, block, cells[at]!.formula, nowMs));
  const lines = cells.map(lineOf);
  yield* ask<FreezePorts, 'appendList'>({ ask: 'appendList', lines });
  const puts = yield* ask<FreezePorts, 'putValues'>({ ask: 'putValues', sheet: sheet.id, cells });
  const measured: (readonly string[])[] = [];
  const untrue: (readonly string[])[] = [];
  let frozen = 0;
  for (const [at, put] of puts.entries()) {
    if (typeof put === 'string') {
      stays(put);
      // The formula is gone, so its line stays, whatever the cells contain.
      if (put !== 'unclear') untrue.push(lines[at]!);
      continue;
    }
    frozen += 1;
    const line = lineOf(put, at);
    if (line.join('\n') === lines[at]!.join('\n')) continue;
    measured.push(line);
    untrue.push(lines[at]!);
  }
  if (measured.length > 0) yield* ask<FreezePorts, 'appendList'>({ ask: 'appendList', lines: measured });
  if (untrue.length > 0) yield* ask<FreezePorts, 'clearLines'>({ ask: 'clearLines', lines: untrue });
  return frozen;
}
