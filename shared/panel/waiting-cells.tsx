import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SpendingStatus } from './protocol';
import { toFetchLabel, toOwnerLimitText, toWaitingText } from './spending-text';
import { WaitingLimit } from './waiting-limit';

interface Props {
  readonly status: SpendingStatus;
  readonly isFetching: boolean;
  readonly isBusy: boolean;
  readonly onFetch: (credits: number) => void;
}

/** What waits for approval, its price, and the button that approves it. */
export function WaitingCells({ status, isFetching, isBusy, onFetch }: Props) {
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
  const waits = status.waiting.cells > 0;
  const limited = toOwnerLimitText(status);
  return (
    <>
      <p ref={line} tabIndex={-1} class={waits ? 'waiting' : 'hint'}>
        {toWaitingText(status)}
      </p>
      {limited !== '' && <p class="hint">{limited}</p>}
      {waits && status.waiting.isLeast && (
        <WaitingLimit status={status} isBusy={isBusy} button={button} onFetch={onFetch} />
      )}
      {waits && !status.waiting.isLeast && (
        <button
          ref={button}
          type="button"
          class="main"
          disabled={isBusy}
          onClick={() => onFetch(status.waiting.credits)}
        >
          {toFetchLabel(status)}
        </button>
      )}
    </>
  );
}
