import { toMostText } from './bulk-text';
import type { ChooseState } from './choose-state';
import type { PlannedRun } from './planned-run';
import { CreditsLimit } from './credits-limit';
import { toEstimateText, toLimitHint } from './estimate-text';
import { Figures } from './figures';
import { toPreviewLabel } from './held-limit';
import { PressButton } from './press-button';
import { PreviewView } from './preview-view';
import { toOtherWords } from './target-text';
import { CAP, type RunCap } from './use-run-cap';
import { useSheet } from '../common/sheet';

interface Props {
  readonly state: ChooseState;
  readonly planned: PlannedRun;
  readonly cap: RunCap;
  readonly isOff: boolean;
  readonly onPreview: () => void;
}

/** What the price is made of, its limit, and a preview. */
export function PriceCard({ state, planned, cap, isOff, onPreview }: Props) {
  const { recordNote } = useSheet().host;
  const { plan, price } = planned;
  const { quote, most } = price;
  const { typing } = cap;
  const hint = toLimitHint(price, typing.text, typeof state.cap === 'number');
  const otherWords = toOtherWords(plan);
  return (
    <div class="card">
      <h3>Price</h3>
      <Figures
        of={[
          ['Companies to pay for', quote.toPay],
          ['Paid for within 30 days', quote.paid],
          ['Saved answers', quote.fresh],
          ...(quote.unknown > 0 ? [['Partner count unknown', quote.unknown] as const] : []),
        ]}
      />
      {otherWords.length > 0 && <p class="hint">Fills columns that you have: {otherWords.join(', ')}.</p>}
      {(most === 0 || (most === null && price.partnersEstimate === null)) && <p class="hint">{toMostText(price)}.</p>}
      {price.partnersEstimate !== null && <p>{toEstimateText(price, plan.rows.length)}.</p>}
      <CreditsLimit
        id={CAP}
        label="Limit"
        text={typing.text}
        problem={typing.problem}
        onType={typing.type}
        onEntered={typing.enter}
      />
      {/* Stays once a limit is set: the buttons below must not move away from under the mouse. */}
      {hint !== '' && <p class="hint">{hint}.</p>}
      <div class="buttons">
        <PressButton isOff={isOff} onPress={cap.within(onPreview)}>
          {toPreviewLabel(state)}
        </PressButton>
      </div>
      {state.preview !== null && <PreviewView plan={plan} preview={state.preview} />}
      <p class="note">Estimate. Companies paid for elsewhere cost nothing.</p>
      <p class="note">{recordNote}</p>
    </div>
  );
}
