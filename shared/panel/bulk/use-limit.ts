import { useState } from 'preact/hooks';
import type { Agreed, ResumeSettings } from '../../bulk/run/run';
import { readCreditsEntry } from '../credits-entry';

type GoOn = Pick<ResumeSettings, 'again' | 'creditsLeft'>;

interface LimitEntry {
  /** `null`: nothing has to be asked. */
  readonly asks: 'whole' | 'rest' | null;
  readonly text: string;
  readonly problem: string;
  readonly type: (text: string) => void;
  readonly goOn: (how?: GoOn) => void;
}

/**
 * The limit of a run that continues. A limit that was typed in this panel stays valid. One that only the journal has,
 * which others may have edited, is asked for again and never suggested.
 *
 * @param isCapped whether it has reached its limit
 */
export function useLimit(
  agreed: Agreed | null,
  isCapped: boolean,
  onResume: (settings: ResumeSettings) => void,
): LimitEntry {
  const cap = agreed?.cap ?? 0;
  const [text, setText] = useState(agreed === null ? '' : cap.toLocaleString('en-US'));
  const [problem, setProblem] = useState('');
  const entered = (least: number): number | null => {
    const entry = readCreditsEntry(text, least, null);
    setProblem(entry.ok ? '' : entry.problem);
    return entry.ok ? entry.credits : null;
  };
  const goOn = (how: GoOn = {}): void => {
    if (agreed !== null) {
      const raised = isCapped ? entered(cap + 1) : agreed.cap;
      if (raised !== null) onResume({ ...how, agreed: { ...agreed, cap: raised } });
      return;
    }
    // An answer that was already paid for is placed for free.
    const rest = text.trim() === '' && how.again === 'unplaced' ? 0 : entered(0);
    if (rest !== null) onResume({ ...how, rest });
  };
  const asks = agreed === null ? 'rest' : isCapped ? 'whole' : null;
  return { asks, text, problem, type: setText, goOn };
}
