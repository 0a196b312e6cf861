import type { Ref } from 'preact';
import { readCreditsEntry } from './credits-entry';
import { CreditsField, CreditsProblem } from './credits-field';
import type { SpendingStatus } from './protocol';
import { toFetchLabel } from './spending-text';
import { useCreditsEntry } from './use-credits-entry';

const ID = 'waiting-limit';
const LABEL = 'Limit';

interface Props {
  readonly status: SpendingStatus;
  readonly isBusy: boolean;
  readonly button: Ref<HTMLButtonElement>;
  readonly onFetch: (credits: number) => void;
}

/** A limit for an unknown price. The user has to type it; it is never filled in. */
export function WaitingLimit({ status, isBusy, button, onFetch }: Props) {
  const limit = useCreditsEntry(null, 1, (credits) => onFetch(credits ?? 0), null);
  const typed = readCreditsEntry(limit.text, 1, null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) limit.commit();
      }}
    >
      <div class="choice">
        <label for={ID}>{LABEL}</label>
        <CreditsField
          id={ID}
          name={`${LABEL}, in credits`}
          text={limit.text}
          problem={limit.problem}
          onType={limit.type}
          onEntered={limit.type}
        />
        <span>credits</span>
      </div>
      <CreditsProblem id={ID} problem={limit.problem} />
      <button ref={button} type="submit" class="main" disabled={isBusy}>
        {toFetchLabel(status, typed.ok ? typed.credits : null)}
      </button>
    </form>
  );
}
