import { Figures } from '../common/figures';
import { PressButton } from '../common/press-button';
import type { ChooseState, PlannedRun } from './choose/choose-state';
import { PriceTerms, type RunCap } from './price-terms';
import { toPreviewLabel } from './run-limit';
import { toMostText } from './run-text';

interface Props {
  readonly typed: ChooseState['cap'];
  readonly planned: PlannedRun;
  readonly cap: RunCap;
  readonly isOff: boolean;
  readonly onPreview: () => void;
}

/** What the price is made of, its limit, and a preview. If it is free, one line. */
export function PriceCard({ typed, planned, cap, isOff, onPreview }: Props) {
  const { plan, price } = planned;
  const { quote, most } = price;
  const label = toPreviewLabel(typed, planned);
  const preview = label !== null && (
    <PressButton isOff={isOff} onPress={cap.within(onPreview)}>
      {label}
    </PressButton>
  );
  if (most === 0) {
    return (
      <div class="card is-line">
        <h3>
          Price: free <span class="hint">You already have these answers.</span>
        </h3>
        {preview}
      </div>
    );
  }
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
      {most === null && price.partnersEstimate === null && <p class="hint">{toMostText(price)}.</p>}
      <PriceTerms price={price} rows={plan.rows.length} cap={cap} isOwn={typeof typed === 'number'} />
      {preview !== false && <div class="buttons">{preview}</div>}
      <p class="note">Estimate. Companies paid for elsewhere cost nothing.</p>
    </div>
  );
}
