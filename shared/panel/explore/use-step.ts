import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import type { TraceError } from '../../errors/trace-error';
import type { Attempted } from '../bulk/bulk-engine';

interface Step {
  readonly isBusy: boolean;
  /** A sentence; `''`: none. */
  readonly problem: string;
  /** Runs an errand, one at a time. Its answer is dropped where the part of the page that asked is gone. */
  run<T>(
    errand: () => Promise<Attempted<T>>,
    onDone: (value: T) => void,
    onFailed?: (error: TraceError) => boolean,
  ): void;
  clear(): void;
}

/** One thing at a time that a person waits for, and why it failed. */
export function useStep(): Step {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const number = useRef(0);
  useEffect(() => () => void (number.current = -1), []);
  const run: Step['run'] = (errand, onDone, onFailed = () => false) => {
    if (number.current < 0) return;
    const own = (number.current += 1);
    setBusy(true);
    setProblem('');
    void errand().then((ended) => {
      if (own !== number.current) return;
      setBusy(false);
      if (ended.ok) onDone(ended.value);
      else if (!onFailed(ended.error)) setProblem(say(ended.error, 'action'));
    });
  };
  return { isBusy, problem, run, clear: () => setProblem('') };
}
