import type { SheetProgram } from '../cells/disconnected-formula';
import { ask, type Task } from '../task';
import { enterFormulas } from './enter-formulas';
import { planReconnect, type StuckFormula } from './plan-reconnect';
import type { ReconnectPorts } from './ports';

export interface Reconnected {
  readonly reconnected: number;
  readonly stuck: readonly StuckFormula[];
}

/**
 * Enters Trace formulas again that came from another program in a form that this one does not calculate. It writes only
 * what the host was asked to approve.
 *
 * @returns what the user must approve first, if anything
 */
export function* reconnect<T>(program: SheetProgram): Task<Reconnected | T, ReconnectPorts<T>> {
  const sheets = yield* ask<ReconnectPorts<T>, 'cells'>({ ask: 'cells' });
  const { enter, stuck } = planReconnect(sheets, program);
  const terms = enter.length > 0 ? yield* ask<ReconnectPorts<T>, 'toAgree'>({ ask: 'toAgree', enter, sheets }) : null;
  if (terms !== null) return terms;
  const { entered, refused } = yield* enterFormulas(enter, sheets);
  return { reconnected: entered.length, stuck: [...stuck, ...refused] };
}
