import { performAction, toRefused } from '../../../shared/panel';
import type { Account, ActionPorts, Asked, Exchange, PanelAnswer } from '../../../shared/ports';
import { toTraceError } from '../../../shared/formulas';
import { MemoryHost } from '../memory-host';
import type { SheetsWorld } from './world';

/** Performs an action as the sidebar does: the script sends its requests. */
export async function actAsPage(world: SheetsWorld, name: unknown, given: unknown): Promise<PanelAnswer<unknown>> {
  const ask = <T>(message: string, ...args: readonly unknown[]): T => {
    const answer = world.callRpc(message, args) as PanelAnswer<T>;
    if (!answer.ok) throw new Error(answer.sentence);
    return answer.value;
  };
  const { performers } = new MemoryHost(() => ({ ok: false, reason: 'unreachable' }));
  try {
    const host = {
      ...performers,
      http: ({ requests }: Asked<ActionPorts, 'http'>) => ask<readonly Exchange[]>('exchange', requests),
      account: () => ask<Account | null>('account'),
      now: () => world.state.clock.nowMs(),
    };
    const value = await performAction(host, name, given);
    return { ok: true, value };
  } catch (thrown) {
    return toRefused(toTraceError(thrown));
  }
}
