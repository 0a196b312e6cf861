import { performAction, toRefused } from '../../shared/panel';
import { toTraceError } from '../../shared/formulas';
import type { Account, ActionPorts, Ask, Exchange, PanelAnswer } from '../../shared/ports';
import { toError, toExchanges } from './call';

/**
 * Performs the panel's actions in the page. The script only sends their requests and adds the key, so that it stays
 * small: Google loads it for every formula.
 */
export function withActions(ask: Ask): Ask {
  const performers = toPerformers(ask);
  const act = async (name: unknown, given: unknown): Promise<PanelAnswer<unknown>> => {
    try {
      return { ok: true, value: await performAction(performers, name, given) };
    } catch (thrown) {
      return toRefused(toTraceError(thrown));
    }
  };
  return (message, ...args) =>
    message === 'act' ? (act(args[0], args[1]) as Promise<PanelAnswer<never>>) : ask(message, ...args);
}

function toPerformers(ask: Ask): ActionPorts {
  return {
    async http({ requests }): Promise<readonly Exchange[]> {
      return toExchanges(await ask('exchange', requests), requests);
    },
    async account(): Promise<Account | null> {
      const answer = await ask('account');
      if (!answer.ok) throw toError(answer);
      return answer.value;
    },
    now: Date.now,
    random: Math.random,
    sleep: ({ delayMs }) => new Promise((resolve) => setTimeout(resolve, delayMs)),
  };
}
