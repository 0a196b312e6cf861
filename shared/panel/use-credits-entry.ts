import { useEffect, useState } from 'preact/hooks';
import { readCreditsEntry } from './credits-entry';

/** What an empty field stands for. */
export interface Nothing {
  readonly words: string;
  /** Shown in its place. */
  readonly credits: number | null;
}

const NO_LIMIT: Nothing = { words: 'no limit', credits: null };

export interface CreditsTyping {
  readonly text: string;
  readonly problem: string;
  readonly type: (text: string) => void;
  /** Hands on what was typed where it is understood; else says beside the field what is wrong, and answers `false`. */
  readonly enter: (text: string) => boolean;
  /** The same with what stands in the field, as the last thing before it counts. */
  readonly settle: () => boolean;
  /** Back to what holds. */
  readonly reset: () => void;
}

/**
 * A number of credits while it is typed. What is wrong with it is said beside it, and goes no further.
 *
 * @param nothing what an empty field stands for; `null`: it may not be empty
 */
export function useCreditsEntry(
  held: number | null,
  least: number,
  onEntered: (credits: number | null) => void,
  nothing: Nothing | null = least === 0 ? NO_LIMIT : null,
): CreditsTyping {
  const [text, setText] = useState(toText(held));
  // An object, so that what is said twice is drawn twice: a choice that was refused is then no longer shown as made.
  const [problem, setProblem] = useState({ says: '' });
  const reset = (): void => {
    setText(toText(held));
    setProblem({ says: '' });
  };
  useEffect(reset, [held]);
  const enter = (typed: string): boolean => {
    const entry = readCreditsEntry(typed, least, nothing?.words ?? null);
    setProblem({ says: entry.ok ? '' : entry.problem });
    if (!entry.ok) return false;
    setText(toText(entry.credits ?? nothing?.credits ?? null));
    onEntered(entry.credits);
    return true;
  };
  return { text, problem: problem.says, type: setText, enter, settle: () => enter(text), reset };
}

function toText(credits: number | null): string {
  return credits === null ? '' : credits.toLocaleString('en-US');
}
