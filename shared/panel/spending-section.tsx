import { useEffect, useReducer, useRef } from 'preact/hooks';
import { OwnerLimit } from './owner-limit';
import type { PageHost } from './page-host';
import { PolicyChoice } from './policy-choice';
import {
  nextSpendingState,
  shownOwnerLimit,
  shownPolicy,
  UNKNOWN_SPENDING,
  type SpendingEvent,
} from './spending-state';
import { toDoneText, toFormulasText, toRunsText } from './spending-text';
import { useLookAgain } from './use-look-again';
import { WaitingCells } from './waiting-cells';

/** Recalculated cells have their answers, and their credits are counted, some seconds later. */
const SPENT_AFTER_MS = 4_000;

interface Props {
  readonly host: PageHost;
  /** Changes with the key, whose spending is different. */
  readonly keyNews: string;
}

/** Who pays, what was spent, what may be spent, and what waits for approval. */
export function SpendingSection({ host, keyNews }: Props) {
  const [state, happen] = useReducer(nextSpendingState, UNKNOWN_SPENDING);
  const section = useRef<HTMLElement>(null);
  // One at a time, so that an older answer never comes after a newer one.
  const queue = useRef<Promise<void>>(Promise.resolve());
  const isLookDue = useRef(false);
  const inTurn = (ask: () => Promise<SpendingEvent>): void => {
    queue.current = queue.current.then(async () => happen(await ask()));
  };
  const look = (): void => {
    if (isLookDue.current) return;
    isLookDue.current = true;
    inTurn(async () => {
      isLookDue.current = false;
      return { is: 'told', answer: await host.ask('spending') };
    });
  };
  const choose = (policy: Parameters<typeof PolicyChoice>[0]['policy']): void => {
    happen({ is: 'choosing', policy });
    inTurn(async () => ({ is: 'saved', answer: await host.ask('setPolicy', policy) }));
  };
  const limit = (ownerLimit: number | null): void => {
    happen({ is: 'limiting', ownerLimit });
    inTurn(async () => ({ is: 'saved', answer: await host.ask('setOwnerLimit', ownerLimit) }));
  };
  const fetchWaiting = (credits: number): void => {
    happen({ is: 'fetching' });
    inTurn(async () => {
      const answer = await host.ask('fetchWaiting', credits);
      setTimeout(look, SPENT_AFTER_MS);
      return { is: 'fetched', answer, status: await host.ask('spending') };
    });
  };
  useEffect(look, [host, keyNews]);
  useLookAgain(section, host, look);
  const { status, isFetching, saves, problem } = state;
  const isBusy = isFetching || saves > 0;
  return (
    <section ref={section} aria-labelledby="spending-title">
      <h2 id="spending-title">Spending</h2>
      {host.payer !== undefined && <p>{host.payer}</p>}
      {status === null && problem === null && <p class="is-busy">Adding up what was spent…</p>}
      {status === null && problem !== null && (
        <button type="button" onClick={look}>
          Look again
        </button>
      )}
      {status !== null && (
        <>
          <dl class="figures">
            <dt>Formulas today</dt>
            <dd>{toFormulasText(status)}</dd>
            <dt>Runs today</dt>
            <dd>{toRunsText(status)}</dd>
          </dl>
          <p class="note">As far as known here; a day ends at midnight UTC.</p>
          <WaitingCells status={status} isFetching={isFetching} isBusy={isBusy} onFetch={fetchWaiting} />
        </>
      )}
      <p role="status" class={isBusy ? 'is-busy' : ''}>
        {toDoneText(state)}
      </p>
      <p role="alert" class="problem">
        {problem?.sentence}
      </p>
      {status !== null && (
        <>
          <PolicyChoice policy={shownPolicy(state)} dailyLimit={state.dailyLimit} onChoose={choose} />
          {host.offers.has('setOwnerLimit') && <OwnerLimit ownerLimit={shownOwnerLimit(state)} onLimit={limit} />}
        </>
      )}
    </section>
  );
}
