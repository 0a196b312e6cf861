import { useEffect, useRef, useState } from 'preact/hooks';
import { count } from './count';
import type { PanelHost } from './panel-host';
import { toReasons, type Reason } from './problem-reasons';
import { toRestoredText, toRetryText } from './retry-text';
import { pause, untilAnswered } from './until-answered';

export interface Retry {
  readonly isBusy: boolean;
  /** Whether a key has just been set, so that cells without one may get answers now. */
  readonly isSuggested: boolean;
  /** The cells that show a problem; `null`: unknown. */
  readonly reasons: readonly Reason[] | null;
  readonly isCounting: boolean;
  readonly said: string;
  readonly problem: string;
  /** What an interrupted retry had taken out of the sheet, and is back. */
  readonly restored: string;
  readonly retry: () => Promise<void>;
  /** Counts the cells, which the host has to read. */
  readonly look: () => void;
}

/**
 * Recalculates cells that show a problem, and first restores what an interrupted retry left behind.
 *
 * @param isOn whether anybody sees the panel, and the host answers
 */
export function useRetry(host: PanelHost, isKeyNew: boolean, isOn: boolean): Retry {
  const [isBusy, setBusy] = useState(false);
  const [isSuggested, setSuggested] = useState(false);
  const [reasons, setReasons] = useState<readonly Reason[] | null>(null);
  const [isCounting, setCounting] = useState(host.offers.has('problems'));
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
  const look = async (): Promise<void> => {
    if (!host.offers.has('problems')) return;
    setCounting(true);
    const answer = await host.ask('problems');
    setReasons(answer.ok ? toReasons(answer.value) : null);
    setCounting(false);
  };
  const retry = async (): Promise<void> => {
    setBusy(true);
    setSaid('Recalculating…');
    setProblem('');
    const answer = await host.ask('retryProblems');
    setSuggested(false);
    if (answer.ok && answer.value.cells > 0) {
      setSaid(`Fetching ${count(answer.value.cells, 'formula', 'formulas')}…`);
      // Asked in vain, Google Sheets would spend a run of its script.
      const canTell = host.onSpending !== undefined;
      const isAnswered = canTell && (await untilAnswered(() => host.ask('spending'), pause)).isAnswered;
      setSaid(toRetryText(answer.value, isAnswered));
      if (isAnswered) await look();
      else setReasons(null);
    } else setSaid(answer.ok ? toRetryText(answer.value) : '');
    setProblem(answer.ok ? '' : answer.sentence);
    setBusy(false);
  };
  return { isBusy, isSuggested, reasons, isCounting, said, problem, restored, retry, look: () => void look() };
}
