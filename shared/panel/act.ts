import type { ActionCall, ActionMessages, ActionName } from '../actions/protocol';
import type { Ask, PageAnswer } from './protocol';

/** Has the host do one thing: `ask('act', …)`, with the type of what this action answers. */
export async function act<N extends ActionName>(
  ask: Ask,
  name: N,
  given: ActionMessages[N]['given'],
): Promise<PageAnswer<ActionMessages[N]['value']>> {
  const call = [name, given] as unknown as ActionCall;
  return (await ask('act', ...call)) as PageAnswer<ActionMessages[N]['value']>;
}
