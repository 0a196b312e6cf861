import type { SheetProgram } from '../cells/disconnected-formula';
import { ask, type Task } from '../task';
import { planReconnect } from './plan-reconnect';
import { planRestore, type ToEnter } from './plan-restore';
import type { Back, ReconnectPorts, RestorePorts } from './ports';
import { toReconnectedText, toRestoredText } from './freeze-text';
import type { SheetCells } from './sheet-cells';

/**
 * Restores the formulas of the list whose cells still contain the frozen values. It writes only what the host was
 * asked to approve.
 *
 * @returns what it did, in words, or what the user must approve first
 */
export function* restore<T extends object>(): Task<string | T, RestorePorts<T>> {
  const lines = yield* ask<RestorePorts<T>, 'readList'>({ ask: 'readList' });
  if (!lines?.some((line) => line.some((text) => text !== ''))) return toRestoredText(null);
  const sheets = yield* ask<RestorePorts<T>, 'cells'>({ ask: 'cells' });
  const { restore: all, remaining, over } = planRestore(lines, sheets);
  const back = yield* enterAgreed<(typeof all)[number], T>(all, sheets);
  if ('terms' in back) return back.terms;
  const cleared = [...over, ...back.entered.map(({ line }) => line)];
  if (cleared.length > 0) yield* ask<RestorePorts<T>, 'clearLines'>({ ask: 'clearLines', lines: cleared });
  return toRestoredText({ entered: back.entered.length, left: [...remaining, ...back.refused] });
}

/**
 * Enters Trace formulas again that came from another program in a form that this one does not calculate, in the same
 * way.
 */
export function* reconnect<T extends object>(program: SheetProgram): Task<string | T, ReconnectPorts<T>> {
  const sheets = yield* ask<ReconnectPorts<T>, 'cells'>({ ask: 'cells' });
  const { enter, stuck } = planReconnect(sheets, program);
  const back = yield* enterAgreed<ToEnter, T>(enter, sheets);
  if ('terms' in back) return back.terms;
  return toReconnectedText({ entered: back.entered.length, left: [...stuck, ...back.refused] });
}

interface Entered<F> {
  readonly entered: readonly F[];
  readonly refused: readonly { readonly why: Exclude<Back, 'done'>; readonly place: string }[];
}

/** Enters formulas, sheet by sheet, and tells those that the host refused. */
function* enterAgreed<F extends ToEnter, T>(
  all: readonly F[],
  sheets: readonly SheetCells[],
): Task<Entered<F> | { readonly terms: T }, ReconnectPorts<T>> {
  const terms =
    all.length > 0 ? yield* ask<ReconnectPorts<T>, 'toAgree'>({ ask: 'toAgree', enter: all, sheets }) : null;
  if (terms !== null) return { terms };
  const entered: F[] = [];
  const refused: Entered<F>['refused'][number][] = [];
  for (const { id: sheet } of sheets) {
    const cells = all.filter((cell) => cell.sheet === sheet);
    if (cells.length === 0) continue;
    const outcomes = yield* ask<ReconnectPorts<T>, 'putFormulas'>({ ask: 'putFormulas', sheet, cells });
    for (const [at, cell] of cells.entries()) {
      const why = outcomes[at]!;
      if (why === 'done') entered.push(cell);
      else refused.push({ why, place: cell.place });
    }
  }
  return { entered, refused };
}
