import type { ActionCall, ActionMessages, ActionName } from '../actions/protocol';
import type { Ask, PanelAnswer } from './protocol';

/** Performs an action, typed by its name. Never rejects. */
export type Act = <N extends ActionName>(
  name: N,
  given: ActionMessages[N]['given'],
) => Promise<PanelAnswer<ActionMessages[N]['value']>>;

export function makeAct(ask: Ask): Act {
  return (name, given) => ask('act', ...([name, given] as unknown as ActionCall)) as Promise<PanelAnswer<never>>;
}
