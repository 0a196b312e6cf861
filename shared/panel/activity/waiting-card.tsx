import { useLayoutEffect, useRef } from 'preact/hooks';
import { toFetchedText, toFetchLabel, toOwnerLimitText, toReasonText, toWaitingText } from '../state/spending-text';
import { usePanel } from '../state/panel-state';
import type { Ref } from 'preact';
import { readCreditsEntry } from '../common/fields/credits-entry';
import { CreditsLimit, useCreditsEntry } from '../common/fields/credits-field';
import type { SpendingStatus } from '../protocol';
import { Form } from '../common/fields/controls';
import { Outcome } from '../common/outcome';
import { PressButton } from '../common/press-button';

/** What waits and why, its price, and the buttons that help. */
export function WaitingCard() {
  const { spending, open } = usePanel();
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
      {status === null && problem !== null && <PressButton onPress={spending.read}>Retry</PressButton>}
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
                <PressButton onPress={() => open('settings', '#spend-limit')}>Raise limit</PressButton>
              )}
            </div>
          )}
        </>
      )}
      <Outcome
        isBusy={isUnderWay}
        said={toFetchedText(spending.state)}
        problem={status === null || problem?.isOfFetch === true ? (problem?.sentence ?? '') : ''}
      />
    </section>
  );
}

interface WaitingLimitProps {
  readonly status: SpendingStatus;
  readonly isBusy: boolean;
  readonly button: Ref<HTMLButtonElement>;
  readonly onFetch: (credits: number) => void;
}

/** A limit for an unknown price. The user has to type it; it is never filled in. */
function WaitingLimit({ status, isBusy, button, onFetch }: WaitingLimitProps) {
  const limit = useCreditsEntry(null, 1, (credits) => onFetch(credits ?? 0), null);
  const typed = readCreditsEntry(limit.text, 1, null);
  return (
    <Form onSubmit={() => !isBusy && limit.commit()}>
      <CreditsLimit id="waiting-limit" label="Limit" typing={{ ...limit, enter: limit.type }} />
      <button ref={button} type="submit" class="main" disabled={isBusy}>
        {toFetchLabel(status, typed.ok ? typed.credits : null)}
      </button>
    </Form>
  );
}
