import { ask, type Task } from '../task';
import type { ToEnter } from './plan-restore';
import type { Back, ReconnectPorts } from './ports';
import type { SheetCells } from './sheet-cells';

interface Entered<F> {
  readonly entered: readonly F[];
  readonly refused: readonly { readonly why: Exclude<Back, 'done'>; readonly place: string }[];
}

/** Enters formulas, sheet by sheet, and tells those that the host refused. */
export function* enterFormulas<F extends ToEnter>(
  all: readonly F[],
  sheets: readonly SheetCells[],
): Task<Entered<F>, Pick<ReconnectPorts, 'putFormulas'>> {
  const entered: F[] = [];
  const refused: Entered<F>['refused'][number][] = [];
  for (const { id: sheet } of sheets) {
    const cells = all.filter((cell) => cell.sheet === sheet);
    if (cells.length === 0) continue;
    const outcomes = yield* ask<ReconnectPorts, 'putFormulas'>({ ask: 'putFormulas', sheet, cells });
    for (const [at, cell] of cells.entries()) {
      const why = outcomes[at]!;
      if (why === 'done') entered.push(cell);
      else refused.push({ why, place: cell.place });
    }
  }
  return { entered, refused };
}
