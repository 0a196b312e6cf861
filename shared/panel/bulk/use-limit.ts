import { useState } from 'preact/hooks';
import type { Resumption, Spent } from '../../enrich/enrichment';
import { readCreditsEntry } from '../common/credits-entry';

interface LimitEntry {
  /** `null`: nothing has to be asked. */
  readonly asks: 'whole' | 'rest' | null;
  readonly text: string;
  readonly problem: string;
  readonly type: (text: string) => void;
  readonly goOn: (how?: Pick<Resumption, 'isAgain' | 'creditsLeft'>) => void;
}

/**
 * The limit of an enrichment that continues. The person's own stays valid. Where this person's store has none, for example
 * on another device, it is asked for and never suggested.
 *
 * @param isCapped whether it has reached its limit
 */
export function useLimit({ limit, used }: Spent, isCapped: boolean, onResume: (how: Resumption) => void): LimitEntry {
  const [text, setText] = useState(limit === null ? '' : limit.toLocaleString('en-US'));
  const [problem, setProblem] = useState('');
  const entered = (least: number): number | null => {
    const entry = readCreditsEntry(text, least, null);
    setProblem(entry.ok ? '' : entry.problem);
    return entry.ok ? entry.credits : null;
  };
  const asks = limit === null ? 'rest' : isCapped ? 'whole' : null;
  return {
    asks,
    text,
    problem,
    type: setText,
    goOn(how = {}) {
      if (asks === null) return onResume(how);
      const credits = entered(asks === 'whole' ? limit! + 1 : 0);
      if (credits !== null) onResume({ ...how, rest: asks === 'whole' ? Math.max(0, credits - used) : credits });
    },
  };
}
