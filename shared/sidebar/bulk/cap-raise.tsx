import { CreditsField, CreditsProblem } from '../credits-field';
import { useCreditsEntry } from '../use-credits-entry';
import { useState } from 'preact/hooks';

const ID = 'run-cap-raised';

interface Props {
  /** Credits, for the whole run. */
  readonly cap: number;
  readonly isBusy: boolean;
  readonly onRaise: (cap: number) => void;
}

/** A run that has reached its limit goes on under a higher one. */
export function CapRaise({ cap, isBusy, onRaise }: Props) {
  const [raised, setRaised] = useState<number | null>(cap);
  const entry = useCreditsEntry(cap, 1, setRaised);
  return (
    <>
      <div class="choice">
        <label for={ID}>Limit for the whole run</label>
        <CreditsField
          id={ID}
          name="Limit for the whole run, in credits"
          text={entry.text}
          problem={entry.problem}
          onType={entry.type}
          onEntered={entry.enter}
        />
        <button
          type="button"
          disabled={isBusy || raised === null || raised <= cap}
          onClick={() => onRaise(raised ?? cap)}
        >
          Raise and go on
        </button>
      </div>
      <CreditsProblem id={ID} problem={entry.problem} />
    </>
  );
}
