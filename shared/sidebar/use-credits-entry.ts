import { useEffect, useState } from 'preact/hooks';
import { readCreditsEntry } from './credits-entry';

export interface CreditsTyping {
  readonly text: string;
  readonly problem: string;
  readonly type: (text: string) => void;
  /** Hands on what was typed where it is understood; else says beside the field what is wrong. */
  readonly enter: (text: string) => void;
  /** Back to what holds. */
  readonly reset: () => void;
}

/** A number of credits while it is typed. What is wrong with it is said beside it, and goes no further. */
export function useCreditsEntry(
  held: number | null,
  least: number,
  onEntered: (credits: number | null) => void,
): CreditsTyping {
  const mayBeEmpty = least === 0;
  const [text, setText] = useState(toText(held));
  // An object, so that what is said twice is drawn twice: a choice that was refused is then no longer shown as made.
  const [problem, setProblem] = useState({ says: '' });
  const reset = (): void => {
    setText(toText(held));
    setProblem({ says: '' });
  };
  useEffect(reset, [held]);
  return {
    text,
    problem: problem.says,
    type: setText,
    enter(typed) {
      const entry = readCreditsEntry(typed, least, mayBeEmpty);
      setProblem({ says: entry.ok ? '' : entry.problem });
      if (!entry.ok) return;
      setText(toText(entry.credits));
      onEntered(entry.credits);
    },
    reset,
  };
}

function toText(credits: number | null): string {
  return credits === null ? '' : credits.toLocaleString('en-US');
}
