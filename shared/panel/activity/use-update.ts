import { useState, useEffect } from 'preact/hooks';
import { say } from '../../errors/say';
import { notesBookOf } from '../common/notes-book';
import { usePanel } from '../state/panel-state';
import { newestFirst, toLastCheck } from './change-counts';
import type { Change } from './compare-answers';
import { updateAnswers, priceUpdate } from './update-answers';
import { toMissingText, toUpdatedText } from './update-text';
import type { CompanyPrice } from '../../credits/action-prices';
import { useValueOf } from '../common/late-answers';
import { useErrand } from '../common/outcome';
import { useSheet } from '../common/sheet';

interface Update extends Omit<ReturnType<typeof useErrand>, 'run'> {
  /** What the last update found, newest first. */
  readonly changes: readonly Change[];
  /**
   * Updates the answers about these companies. Resolves to how many were answered.
   *
   * @param cap in credits
   * @param rescannedMs when a rescan ended, in milliseconds since 1970; 0: there was none
   */
  readonly run: (domains: readonly string[], cap: number, rescannedMs: number) => Promise<number>;
  /** Drops what an earlier update found. */
  readonly clear: () => void;
}

/** One update at a time, and what it found. */
export function useUpdate(): Update {
  const engine = useSheet();
  const { key } = usePanel().keys.state;
  const errand = useErrand();
  const [changes, setChanges] = useState<readonly Change[]>([]);
  return {
    ...errand,
    changes,
    async run(domains, cap, rescannedMs) {
      errand.begin('Updating…');
      const ended = await engine.beside((ports) => updateAnswers(ports, domains, cap, rescannedMs));
      if (!ended.ok) {
        errand.fail(say(ended.error, 'action'));
        return 0;
      }
      errand.end(toUpdatedText(ended.value), toMissingText(domains.length, ended.value));
      setChanges(newestFirst(ended.value.changes));
      if (ended.value.answered > 0 && key?.hasKey === true) {
        const check = toLastCheck(key.account, await engine.host.ports.client.now(), ended.value);
        // What was found is shown now, whether or not it can be kept.
        notesBookOf(engine.host)
          .change((notes) => ({ ...notes, check }))
          .catch(() => undefined);
      }
      return ended.value.answered;
    },
    clear() {
      errand.end('');
      setChanges([]);
    },
  };
}

interface UpdatePrice {
  /** `null`: not known yet. */
  readonly price: CompanyPrice | null;
  /** Why it is not known, as a sentence; `''`: it is, or will be. */
  readonly problem: string;
  readonly readAgain: () => void;
}

/** The price of new answers about some companies. @param isOn whether the user sees it */
export function useUpdatePrice(domains: readonly string[], isOn: boolean): UpdatePrice {
  const engine = useSheet();
  const key = domains.join(' ');
  // Never the price of other companies, which were chosen before.
  const [price, setPrice] = useValueOf<CompanyPrice>(key);
  const { problem, run } = useErrand();
  const readAgain = (): void => run('', () => engine.beside((ports) => priceUpdate(ports, domains)), setPrice);
  useEffect(() => {
    if (isOn && domains.length > 0) readAgain();
  }, [key, isOn]);
  return { price, problem, readAgain };
}
