import { CreditsLimit, useCreditsEntry, type CreditsTyping } from '../common/fields/credits-field';
import { limitInField, toEstimateText, toLimitHint, type Limited, toPreviewLabel } from './run-limit';
import { Figures } from '../common/figures';
import { PressButton } from '../common/press-button';
import type { ChooseState, PlannedRun } from './choose/choose-state';
import { toMostText, toShortPrice } from './run-text';
import type { ComponentChildren } from 'preact';
import type { RunPrice } from '../../enrich/plan/price';
import { count } from '../common/words';

const CAP = 'run-cap';

interface RunCap {
  readonly typing: CreditsTyping;
  /** Spends nothing while the limit is invalid. */
  readonly within: (spend: () => void) => () => void;
}

/** The limit of an enrichment while it is typed: at first the most it can cost, or a suggestion. */
export function useRunCap(shown: Limited, onCap: (cap: number | null) => void): RunCap {
  const most = shown.planned?.price.most ?? null;
  const inField = limitInField(shown);
  const enter = (credits: number | null): void => {
    if (credits !== inField) onCap(credits);
  };
  const nothing = { words: most === null ? 'a preview only' : 'the most it can cost', credits: most };
  const typing = useCreditsEntry(inField, 0, enter, nothing);
  const within = (spend: () => void) => (): void => {
    // A free enrichment shows no field.
    if (most === 0 || typing.commit()) spend();
    else document.getElementById(CAP)?.focus();
  };
  return { typing, within };
}

interface Props {
  readonly price: RunPrice;
  readonly rows: number;
  readonly cap: RunCap;
  /** Whether the person chose the limit. */
  readonly isOwn: boolean;
}

/** What partners will probably cost, and the limit. */
export function PriceTerms({ price, rows, cap: { typing }, isOwn }: Props) {
  const hint = toLimitHint(price, typing.text, isOwn);
  return (
    <>
      {price.partnersEstimate !== null && <p>{toEstimateText(price, rows)}.</p>}
      <CreditsLimit id={CAP} label="Limit" typing={typing} />
      {/* Stays once a limit is set: the buttons below must not move away from under the mouse. */}
      {hint !== '' && <p class="hint">{hint}.</p>}
    </>
  );
}

interface CardProps {
  readonly typed: ChooseState['cap'];
  readonly planned: PlannedRun;
  readonly cap: RunCap;
  readonly isOff: boolean;
  readonly onPreview: () => void;
}

/** What the price is made of, its limit, and a preview. If it is free, one line. */
export function PriceCard({ typed, planned, cap, isOff, onPreview }: CardProps) {
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

interface BarProps {
  /** `null` while it is worked out. */
  readonly price: RunPrice | null;
  /** In credits; `null`: none is set. */
  readonly limit: number | null;
  readonly rows: number;
  readonly children: ComponentChildren;
}

/** The price before the click, and the buttons that it belongs to. */
export function ActionBar({ price, limit, rows, children }: BarProps) {
  return (
    <div class="action-bar" role="group" aria-label="Price and start">
      <p>
        <b>{price === null ? '…' : toShortPrice(price, limit)}</b>
        <span>{count(rows, 'row', 'rows')}</span>
      </p>
      {children}
    </div>
  );
}
