import { useCreditsEntry, type CreditsTyping } from '../common/credits-field';
import type { ChooseState } from './choose-state';
import { heldLimit } from './held-limit';

export const CAP = 'run-cap';

export interface RunCap {
  readonly typing: CreditsTyping;
  /** Nothing is spent under a limit that was not understood. */
  readonly within: (spend: () => void) => () => void;
}

/** The limit of an enrichment while it is typed: at first the most it can cost, or a suggestion. */
export function useRunCap(state: ChooseState, onCap: (cap: number | null) => void): RunCap {
  const most = state.planned?.price.most ?? null;
  const held = heldLimit(state);
  const enter = (credits: number | null): void => {
    if (credits !== held) onCap(credits);
  };
  const nothing = { words: most === null ? 'a preview only' : 'the most it can cost', credits: most };
  const typing = useCreditsEntry(held, 0, enter, nothing);
  const within = (spend: () => void) => (): void => {
    if (typing.commit()) spend();
    else document.getElementById(CAP)?.focus();
  };
  return { typing, within };
}
