import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { SpendPolicy } from '../../credits/daily-spending';
import type { PanelHost } from '../panel-host';
import type { PanelAnswer, SpendingStatus } from '../protocol';
import { nextSpendingState, UNKNOWN_SPENDING, type SpendingEvent, type SpendingState } from './spending-state';
import { pause, untilAnswered } from './timing';
import { useReread } from './reread';

/** If the host cannot tell when cells have their answers, most have them after this time. */
const SPENT_AFTER_MS = 4_000;
/** While cells have no answer yet. */
const READ_EVERY_MS = 1_000;

export interface Spending {
  readonly state: SpendingState;
  readonly read: () => void;
  readonly choose: (policy: SpendPolicy) => void;
  /** @param ownerLimit in credits; `null`: none */
  readonly limit: (ownerLimit: number | null) => void;
  readonly fetchWaiting: (credits: number) => void;
}

/**
 * What was spent, what may be spent, and what waits for approval.
 *
 * @param keyNews changes with the key: another key has other spending
 * @param isOn whether the user sees it, and the host can tell
 */
export function useSpending(root: HTMLElement, host: PanelHost, keyNews: string, isOn: boolean): Spending {
  const [state, happen] = useReducer(nextSpendingState, UNKNOWN_SPENDING);
  // One at a time, so that an older answer never comes after a newer one.
  const queue = useRef<Promise<void>>(Promise.resolve());
  const isReadDue = useRef(false);
  const turn = <T>(ask: () => Promise<T>): Promise<T> => {
    const asked = queue.current.then(ask);
    queue.current = asked.then(() => undefined);
    return asked;
  };
  const inTurn = (ask: () => Promise<SpendingEvent>): void => void turn(async () => happen(await ask()));
  /** What the host says now, which is shown too. */
  const told = (): Promise<PanelAnswer<SpendingStatus>> =>
    turn(async () => {
      const answer = await host.ask('spending');
      happen({ is: 'told', answer });
      return answer;
    });
  const fetchAll = async (credits: number): Promise<void> => {
    const answer = await turn(() => host.ask('fetchWaiting', credits));
    const { status, isAnswered } = answer.ok
      ? await untilAnswered(told, pause)
      : { status: await told(), isAnswered: true };
    if (!isAnswered) setTimeout(read, SPENT_AFTER_MS);
    happen({ is: 'fetched', answer, status, isAnswered });
  };
  const read = (): void => {
    if (isReadDue.current) return;
    isReadDue.current = true;
    inTurn(async () => {
      isReadDue.current = false;
      return { is: 'told', answer: await host.ask('spending') };
    });
  };
  useEffect(() => {
    if (keyNews === 'new') happen({ is: 'keyChanged' });
    if (isOn) read();
  }, [host, keyNews, isOn]);
  useReread(root, host, isOn, read);
  const isUnderWay = isOn && state.fetching === null && (state.status?.fetching ?? 0) > 0;
  // The host tells of what is paid, and cells have their answers a moment later.
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const timer = setTimeout(read, READ_EVERY_MS);
    return () => clearTimeout(timer);
  }, [isUnderWay, state]);
  return {
    state,
    read,
    choose(policy) {
      happen({ is: 'choosing', policy });
      inTurn(async () => ({ is: 'saved', answer: await host.ask('setPolicy', policy) }));
    },
    limit(ownerLimit) {
      happen({ is: 'limiting', ownerLimit });
      inTurn(async () => ({ is: 'saved', answer: await host.ask('setOwnerLimit', ownerLimit) }));
    },
    fetchWaiting(credits) {
      happen({ is: 'fetching' });
      void fetchAll(credits);
    },
  };
}
