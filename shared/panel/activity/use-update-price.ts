import { useEffect, useRef, useState } from 'preact/hooks';
import type { CompanyPrice } from '../../credits/action-prices';
import { say } from '../../errors/say';
import { useSheet } from '../common/sheet';
import { priceUpdate } from './update-answers';

interface UpdatePrice {
  /** `null`: not known yet. */
  readonly price: CompanyPrice | null;
  /** Why it is not known, as a sentence; `''`: it is, or will be. */
  readonly problem: string;
  /** Reads it again. */
  readonly readAgain: () => void;
}

/** The price of new answers about some companies. @param isOn whether the user sees it */
export function useUpdatePrice(domains: readonly string[], isOn: boolean): UpdatePrice {
  const engine = useSheet();
  const key = domains.join(' ');
  const [told, tell] = useState<{
    readonly of: string;
    readonly price: CompanyPrice | null;
    readonly problem: string;
  }>();
  const newest = useRef(key);
  newest.current = key;
  const readAgain = async (): Promise<void> => {
    const ended = await engine.beside((ports) => priceUpdate(ports, domains));
    if (newest.current !== key) return;
    if (ended.ok) tell({ of: key, price: ended.value, problem: '' });
    else tell({ of: key, price: null, problem: say(ended.error, 'action') });
  };
  useEffect(() => {
    if (isOn && domains.length > 0) void readAgain();
  }, [key, isOn]);
  // Never the price of other companies, which were chosen before.
  const own = told?.of === key ? told : undefined;
  return { price: own?.price ?? null, problem: own?.problem ?? '', readAgain: () => void readAgain() };
}
