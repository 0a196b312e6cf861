import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageHost } from './page-host';
import { toRestoredText, toRetryText } from './retry-text';

export interface Retry {
  readonly isBusy: boolean;
  /** Whether a key has just been set, so that cells without one may get answers now. */
  readonly isSuggested: boolean;
  readonly said: string;
  readonly problem: string;
  /** What an interrupted retry had taken out of the sheet, and is back. */
  readonly restored: string;
  readonly retry: () => Promise<void>;
}

/**
 * Recalculates cells that show a problem, and first restores what an interrupted retry left behind.
 *
 * @param isOn whether anybody sees the panel, and the host answers
 */
export function useRetry(host: PageHost, isKeyNew: boolean, isOn: boolean): Retry {
  const [isBusy, setBusy] = useState(false);
  const [isSuggested, setSuggested] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [restored, setRestored] = useState('');
  const hasRestored = useRef(false);
  useEffect(() => {
    setSuggested(isKeyNew);
    if (isKeyNew) setSaid('');
  }, [isKeyNew]);
  useEffect(() => {
    if (!isOn || hasRestored.current || !host.offers.has('restoreFormulas')) return;
    hasRestored.current = true;
    void host.ask('restoreFormulas').then((answer) => {
      if (answer.ok) setRestored(toRestoredText(answer.value));
      else setProblem(answer.sentence);
    });
  }, [host, isOn]);
  const retry = async (): Promise<void> => {
    setBusy(true);
    setSaid('Recalculating…');
    setProblem('');
    const answer = await host.ask('retryProblems');
    setSaid(answer.ok ? toRetryText(answer.value) : '');
    setProblem(answer.ok ? '' : answer.sentence);
    setSuggested(false);
    setBusy(false);
  };
  return { isBusy, isSuggested, said, problem, restored, retry };
}
