import { useEffect, useRef, useState } from 'preact/hooks';
import { count } from '../common/words';
import type { PanelHost } from '../panel-host';
import { useErrand } from '../common/outcome';
import { mayNeedKey, toReasons, type Reason } from './problem-reasons';
import { toRetryText, type SuggestedRetry } from './retry-text';
import { pause, untilAnswered } from './timing';

export interface Retry {
  readonly isBusy: boolean;
  /** Cells without a key or an approval may get answers now; `null`: nothing says so. */
  readonly suggested: SuggestedRetry | null;
  /** The cells that show a problem; `null`: unknown. */
  readonly reasons: readonly Reason[] | null;
  readonly isCounting: boolean;
  readonly said: string;
  readonly problem: string;
  readonly retry: () => Promise<void>;
  /** Counts the cells, which the host has to read. */
  readonly read: () => void;
}

/** The key as far as cells with problems are concerned. */
interface KeyFacts {
  /** It has just been set. */
  readonly isNew: boolean;
  /** `null`: there is no key. */
  readonly account: string | null;
}

/**
 * Recalculates cells that show a problem, and takes away what earlier retries have added to their formulas.
 *
 * @param isOn whether the user sees the panel, and the host answers
 */
export function useRetry(host: PanelHost, { isNew, account }: KeyFacts, isOn: boolean): Retry {
  const { begin, end, fail, ...told } = useErrand();
  const [suggested, setSuggested] = useState<SuggestedRetry | null>(null);
  const [reasons, setReasons] = useState<readonly Reason[] | null>(null);
  const [isCounting, setCounting] = useState(host.offers.has('problems'));
  const hasRemoved = useRef(false);
  const tells = host.offers.has('outdated');
  useEffect(() => {
    setSuggested(null);
    if (!isNew) return undefined;
    // A retry may be under way, with the key before.
    if (!told.isBusy) end('');
    let isStill = true;
    if (!tells) void needsKey().then((needs) => isStill && needs && setSuggested({}));
    return () => void (isStill = false);
  }, [isNew]);
  const needsKey = async (): Promise<boolean> => {
    if (!host.offers.has('problems')) return false;
    const shown = await host.ask('problems');
    return shown.ok && mayNeedKey(toReasons(shown.value));
  };
  // Excel recalculates no texts by itself. What is free is recalculated at once; the rest waits for a click on its price.
  const suggestedFor = useRef('');
  useEffect(() => {
    const now = `${account} ${isNew}`;
    if (!isOn || !tells || account === null || suggestedFor.current === now) return;
    // A saved key stays the same when its message disappears.
    const wasNew = suggestedFor.current === `${account} true`;
    suggestedFor.current = now;
    if (!wasNew) void suggest();
  }, [host, isOn, account, isNew]);
  const suggest = async (): Promise<void> => {
    const outdated = await host.ask('outdated');
    const hasTexts = outdated.ok && outdated.value > 0;
    if (!hasTexts && !(isNew && (await needsKey()))) return;
    const price = await host.ask('priceRetry');
    const credits = price.ok ? price.value : null;
    if (hasTexts && credits === 0) await retry();
    else setSuggested({ credits });
  };
  useEffect(() => {
    if (!isOn || hasRemoved.current || !host.offers.has('removeRefresh')) return;
    hasRemoved.current = true;
    // Arguments that remain do no harm, and the next retry removes them.
    void host.ask('removeRefresh');
  }, [host, isOn]);
  const read = async (): Promise<void> => {
    if (!host.offers.has('problems')) return;
    setCounting(true);
    const answer = await host.ask('problems');
    setReasons(answer.ok ? toReasons(answer.value) : null);
    setCounting(false);
  };
  const retry = async (): Promise<void> => {
    begin('Recalculating…');
    const answer = await host.ask('retryProblems');
    setSuggested(null);
    if (!answer.ok) return fail(answer.sentence);
    const { cells } = answer.value;
    let isAnswered = true;
    if (cells > 0) {
      begin(`Fetching ${count(cells, 'formula', 'formulas')}…`);
      // Asking a host that cannot tell is useless, and costs a run of the script in Google Sheets.
      const canTell = host.onSpending !== undefined;
      isAnswered = canTell && (await untilAnswered(() => host.ask('spending'), pause)).isAnswered;
      if (isAnswered) await read();
      else setReasons(null);
    }
    end(toRetryText(answer.value, isAnswered));
  };
  return { ...told, suggested, reasons, isCounting, retry, read: () => void read() };
}
