import { useRef, useState } from 'preact/hooks';
import { count } from '../count';
import { readCreditsEntry } from '../credits-entry';
import { toMostText } from './bulk-text';
import { CreditsLimit } from './credits-limit';
import { toFillText } from './other-run-text';
import { PressButton } from './press-button';
import type { Priced } from './use-other-run';

const CAP = 'new-price-cap';

interface Props {
  readonly priced: Priced;
  readonly isBusy: boolean;
  /** @param toCap the limit by the time it starts, in credits; `null`: no more than the price */
  readonly onStart: (toCap: () => number | null) => void;
  readonly onCancel: () => void;
}

/** What it costs to fill what a run has left, on one's own key. */
export function NewPriceView({ priced, isBusy, onStart, onCancel }: Props) {
  const { plan, price } = priced;
  const { most } = price;
  const [text, setText] = useState(most === null ? '' : most.toLocaleString('en-US'));
  const [problem, setProblem] = useState('');
  const rows = plan.rows.length;
  const shown = useRef(text);
  shown.current = text;
  const read = () => readCreditsEntry(shown.current, 0, most === null ? null : 'the most it can cost');
  const start = (): void => {
    const entry = read();
    setProblem(entry.ok ? '' : entry.problem);
    if (!entry.ok) return document.getElementById(CAP)?.focus();
    onStart(() => {
      const now = read();
      return (now.ok ? now : entry).credits ?? most;
    });
  };
  return (
    <>
      <p>{toFillText(plan)}</p>
      {rows > 0 && (
        <>
          <p class="waiting">{toMostText(price)}</p>
          <CreditsLimit
            id={CAP}
            label="Limit for these rows"
            text={text}
            problem={problem}
            onType={setText}
            onEntered={setText}
          />
          <p class="note">Your key pays. Filled cells stay, and can no longer be undone once you start.</p>
        </>
      )}
      <div class="buttons">
        {rows > 0 && (
          <PressButton isMain isOff={isBusy} onPress={start}>
            Enrich {count(rows, 'row', 'rows')}
          </PressButton>
        )}
        <PressButton isOff={isBusy} onPress={onCancel}>
          {rows > 0 ? 'Cancel' : 'Back'}
        </PressButton>
      </div>
    </>
  );
}
