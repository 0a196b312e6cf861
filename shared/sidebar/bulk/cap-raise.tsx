import { useState } from 'preact/hooks';
import { readCreditsEntry } from '../credits-entry';
import { CreditsLimit } from './credits-limit';
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
      <CreditsLimit
        id={ID}
        label="Limit for the whole run"
        text={text}
        problem={problem}
        onType={setText}
        onEntered={setText}
      />
      <div class="buttons">
        <PressButton isMain isOff={isBusy}>
          Raise the limit and go on
        </PressButton>
      </div>
    </form>
  );
}
