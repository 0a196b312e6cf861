import { useCreditsEntry, type CreditsTyping } from '../use-credits-entry';
import type { ChooseState } from './choose-state';

export const CAP = 'run-cap';

export interface RunCap {
  readonly typing: CreditsTyping;
  /** Nothing is spent under a limit that was not understood. */
  readonly within: (spend: () => void) => () => void;
}

/** The limit of an enrichment while it is typed: at first the most it can cost. */
export function useRunCap({ cap, planned }: ChooseState, onCap: (cap: number | null) => void): RunCap {
  const most = planned?.price.most ?? null;
  const held = cap ?? most;
  const enter = (credits: number | null): void => {
    if (credits !== held) onCap(credits);
  };
  const nothing = most === null ? null : { words: 'the most it can cost', credits: most };
  const typing = useCreditsEntry(held, 0, enter, nothing);
  const within = (spend: () => void) => (): void => {
    const isUntouched = typing.text === '' && held === null;
    if (isUntouched || typing.settle()) spend();
    else document.getElementById(CAP)?.focus();
  };
  return { typing, within };
}
