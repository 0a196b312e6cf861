import { useLayoutEffect, useRef } from 'preact/hooks';
import { toFetchedText, toFetchLabel, toOwnerLimitText, toReasonText, toWaitingText } from './spending-text';
import type { Spending } from './use-spending';
import { WaitingLimit } from './waiting-limit';

interface Props {
  readonly spending: Spending;
  readonly onRaiseLimit: () => void;
}

/** What waits and why, its price, and the buttons that help. */
export function WaitingCard({ spending, onRaiseLimit }: Props) {
  const { status, fetching, saves, problem } = spending.state;
  const isFetching = fetching !== null;
  /** Whether cells have no answer yet, whoever calculated them. */
  const isUnderWay = isFetching || (status?.fetching ?? 0) > 0;
  const isBusy = isFetching || saves > 0;
  const line = useRef<HTMLParagraphElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasFetching = useRef(false);
  // A button that is disabled or removed loses the focus.
  useLayoutEffect(() => {
    if (wasFetching.current && !isFetching && document.activeElement === document.body) {
      (button.current ?? line.current)?.focus();
    }
    wasFetching.current = isFetching;
  }, [isFetching]);
  const waits = status !== null && status.waiting.cells > 0;
  const limited = status === null ? '' : toOwnerLimitText(status);
  const isOthers = status?.isOthers === true;
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">Waiting cells</h2>
      {status === null && problem === null && <p class="is-busy">Looking for waiting cells…</p>}
      {status === null && problem !== null && (
        <button type="button" onClick={spending.look}>
          Look again
        </button>
      )}
      {status !== null && (
        <>
          {waits && <p class="hint">{limited === '' || isOthers ? toReasonText(status) : limited}</p>}
          {waits && isOthers && <p class="hint">Is this your file? Then choose Retry problems first.</p>}
          {(waits || !isUnderWay) && (
            <p ref={line} tabIndex={-1} class={waits ? 'waiting' : 'hint'}>
              {toWaitingText(status)}
            </p>
          )}
          {waits && !isOthers && status.waiting.isLeast && (
            <WaitingLimit status={status} isBusy={isBusy} button={button} onFetch={spending.fetchWaiting} />
          )}
          {waits && !isOthers && (
            <div class="buttons">
              {!status.waiting.isLeast && (
                <button
                  ref={button}
                  type="button"
                  class="main"
                  disabled={isBusy}
                  onClick={() => spending.fetchWaiting(status.waiting.credits)}
                >
                  {toFetchLabel(status)}
                </button>
              )}
              {(status.policy.mode === 'daily' || limited !== '') && (
                <button type="button" onClick={onRaiseLimit}>
                  Raise limit
                </button>
              )}
            </div>
          )}
        </>
      )}
      <p role="status" class={isUnderWay ? 'is-busy' : ''}>
        {toFetchedText(spending.state)}
      </p>
      <p role="alert" class="problem">
        {status === null || problem?.isOfFetch === true ? problem?.sentence : ''}
      </p>
    </section>
  );
}
