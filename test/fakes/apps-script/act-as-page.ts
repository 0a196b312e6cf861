import { performAction } from '../../../shared/actions/perform';
import type { Exchange } from '../../../shared/client/exchange';
import { runSync } from '../../../shared/task';
import type { Account } from '../../../shared/records/ports';
import { say } from '../../../shared/errors/say';
import { toTraceError } from '../../../shared/errors/trace-error';
import type { PageAnswer } from '../../../shared/panel/protocol';
import { MemoryHost } from '../memory-host';
import type { SheetsWorld } from './world';

/** Does an action as the sidebar does, whose requests the script sends. */
export function actAsPage(world: SheetsWorld, name: unknown, given: unknown): PageAnswer<unknown> {
  const ask = <T>(message: string, ...args: readonly unknown[]): T => {
    const answer = world.callRpc(message, args) as PageAnswer<T>;
    if (!answer.ok) throw new Error(answer.sentence);
    return answer.value;
  };
  const { performers } = new MemoryHost(() => ({ ok: false, reason: 'unreachable' }));
  try {
    const value = runSync(performAction(name, given), {
      ...performers,
      http: ({ requests }) => ask<readonly Exchange[]>('exchange', requests),
      account: () => ask<Account | null>('account'),
      now: () => world.state.clock.nowMs(),
    });
    return { ok: true, value };
  } catch (thrown) {
    return { ok: false, sentence: say(toTraceError(thrown), 'action') };
  }
}
