import { count } from '../count';
import { useCreditsEntry } from '../use-credits-entry';
import { toMostText } from './bulk-text';
import type { ChooseState, Planned } from './choose-state';
import { CreditsLimit } from './credits-limit';
import { Figures } from './figures';
import { PressButton } from './press-button';
import { PreviewView } from './preview-view';

const CAP = 'run-cap';

interface Props {
  readonly journalNote: string;
  readonly state: ChooseState;
  readonly planned: Planned;
  readonly onCap: (cap: number | null) => void;
  readonly onPreview: () => void;
  readonly onStart: () => void;
}

/** The price of the run, its limit, a preview, and the button that starts it. */
export function PriceView({ journalNote, state, planned, onCap, onPreview, onStart }: Props) {
  const { plan, price } = planned;
  const { quote, most } = price;
  const held = state.cap ?? most;
  const enter = (credits: number | null): void => {
    if (credits !== held) onCap(credits);
  };
  const nothing = most === null ? null : { words: 'the most that it can cost', credits: most };
  const cap = useCreditsEntry(held, 0, enter, nothing);
  const isOff = state.errand !== null || plan.rows.length === 0;
  /** Nothing is spent under a limit that was not understood. */
  const within = (spend: () => void) => (): void => {
    const isUntouched = cap.text === '' && held === null;
    if (isUntouched || cap.settle()) spend();
    else document.getElementById(CAP)?.focus();
  };
  return (
    <>
      <h3>Price</h3>
      <Figures
        of={[
          ['Companies to be paid for', quote.toPay],
          ['Paid for within 30 days', quote.paid],
          ['Remembered', quote.fresh],
          ...(quote.unknown > 0 ? [['With an unknown number of partners', quote.unknown] as const] : []),
        ]}
      />
      <p class="waiting">{toMostText(price)}</p>
      <p class="note">
        As far as is known here: what other files and devices have paid for is not. Companies that Trace does not track
        cost nothing.
      </p>
      <CreditsLimit
        id={CAP}
        label="Limit for this run"
        text={cap.text}
        problem={cap.problem}
        onType={cap.type}
        onEntered={cap.enter}
      />
      {/* Stays once a limit is set: the buttons below must not move away from under the mouse. */}
      {most === null && (
        <p class="hint">It needs a limit: how many partners there are is known only once they are paid for.</p>
      )}
      <div class="buttons">
        <PressButton isMain isOff={isOff} onPress={within(onStart)}>
          Enrich {count(plan.rows.length, 'row', 'rows')}
        </PressButton>
        <PressButton isOff={isOff} onPress={within(onPreview)}>
          Preview {count(Math.min(3, plan.rows.length), 'row', 'rows')}
        </PressButton>
      </div>
      <p class="note">{journalNote}</p>
      {state.preview !== null && <PreviewView plan={plan} preview={state.preview} />}
    </>
  );
}
