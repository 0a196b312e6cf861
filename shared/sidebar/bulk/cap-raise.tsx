import { useState } from 'preact/hooks';
import { readCreditsEntry } from '../credits-entry';
import { CreditsField, CreditsProblem } from '../credits-field';
import { PressButton } from './press-button';

const ID = 'run-cap-raised';

interface Props {
  /** Credits, for the whole run. */
  readonly cap: number;
  readonly isBusy: boolean;
  readonly onRaise: (cap: number) => void;
}

/** A run that has reached its limit goes on under a higher one. */
export function CapRaise({ cap, isBusy, onRaise }: Props) {
  const [text, setText] = useState(cap.toLocaleString('en-US'));
  const [problem, setProblem] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const entry = readCreditsEntry(text, cap + 1, null);
        setProblem(entry.ok ? '' : entry.problem);
        if (!isBusy && entry.ok && entry.credits !== null) onRaise(entry.credits);
      }}
    >
      <div class="choice">
        <label for={ID}>Limit for the whole run</label>
        <CreditsField
          id={ID}
          name="Limit for the whole run, in credits"
          text={text}
          problem={problem}
          onType={setText}
          onEntered={setText}
        />
        <span>credits</span>
      </div>
      <CreditsProblem id={ID} problem={problem} />
      <div class="buttons">
        <PressButton isMain isOff={isBusy}>
          Raise the limit and go on
        </PressButton>
      </div>
    </form>
  );
}
