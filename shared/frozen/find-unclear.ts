import { ask, type Task } from '../task';
import type { FrozenColumn } from './frozen-column';
import type { ToFreeze } from './plan-freeze';
import { planThaw, type ToThaw } from './plan-thaw';
import type { FreezePorts } from './ports';

interface Outcome {
  /** Formulas that are values now, found beside their inputs. */
  readonly frozen: ReadonlySet<ToFreeze>;
  /** Formulas that are still formulas, found beside their inputs. */
  readonly standing: ReadonlySet<ToFreeze>;
}

/** People may move rows and columns between two readings, so one may miss some. */
const LOOKS = 3;

/**
 * Finds out whether formulas are values now, where the host could not tell.
 *
 * @param columns what is kept of them
 * @param cells in the order of their pieces in each column
 */
export function* findUnclear(columns: readonly FrozenColumn[], cells: readonly ToFreeze[]): Task<Outcome, FreezePorts> {
  const byColumn = [...new Set(cells.map(({ column }) => column))].map((column) =>
    cells.filter((cell) => cell.column === column),
  );
  const cellsOf = (all: readonly ToThaw['of'][]): ReadonlySet<ToFreeze> =>
    new Set(all.flatMap(([at, pieces]) => pieces.map((piece) => byColumn[at]![piece]!)));
  for (let looks = 1; ; looks += 1) {
    const sheets = yield* ask<FreezePorts, 'look'>({ ask: 'look' });
    const found = yield* ask<FreezePorts, 'findColumns'>({ ask: 'findColumns' });
    const plan = planThaw(columns, { found, sheets });
    const [frozen, standing] = [cellsOf(plan.restore.map(({ of }) => of)), cellsOf(plan.standing)];
    if (frozen.size + standing.size >= cells.length || looks === LOOKS) return { frozen, standing };
  }
}
