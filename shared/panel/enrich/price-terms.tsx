import type { RunPrice } from '../../enrich/plan/price';
import { CreditsLimit, useCreditsEntry, type CreditsTyping } from '../common/fields/credits-field';
import { limitInField, toEstimateText, toLimitHint, type Limited } from './run-limit';

const CAP = 'run-cap';

export interface RunCap {
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
    </>
  );
}
