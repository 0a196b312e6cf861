import { useEffect, useState } from 'preact/hooks';
import type { CompanyPrice } from '../../credits/action-prices';
import { useErrand } from '../common/outcome';
import { useSheet } from '../common/sheet';
import { priceUpdate } from './update-answers';

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
  const [told, tell] = useState<{ readonly of: string; readonly price: CompanyPrice } | null>(null);
  const { problem, run } = useErrand();
  const readAgain = (): void => {
    const keep = (price: CompanyPrice): void => tell({ of: key, price });
    run('', () => engine.beside((ports) => priceUpdate(ports, domains)), keep);
  };
  useEffect(() => {
    if (isOn && domains.length > 0) readAgain();
  }, [key, isOn]);
  // Never the price of other companies, which were chosen before.
  return { price: told?.of === key ? told.price : null, problem, readAgain };
}
