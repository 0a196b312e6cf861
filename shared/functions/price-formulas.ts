import { PaidCompanies } from '../credits/paid-companies';
import { mayBeOpen, priceOf } from '../credits/prices';
import { lookupsOf, type KnownFormula } from './dry-run';

/** The price of formulas of which nothing was looked up before, without a request. */
interface FormulasPrice {
  /** Credits at most, each look-up once, without {@link openFormulas}. */
  readonly credits: number;
  /** Formulas that may read all partners of a company, whose number is only known after paying. */
  readonly openFormulas: number;
}

/** Formulas that read lists, so that these are priced too. */
const PAYER = { id: '', keyId: '', keyClass: 'user', readsLists: true } as const;

/** The price of formulas, by their look-ups alone: nothing counts as saved or paid for. */
export function priceFormulas(formulas: readonly KnownFormula[]): FormulasPrice {
  const asked = formulas.map((formula) => lookupsOf([formula], PAYER));
  const priced = asked.filter((lookups) => !lookups.some(mayBeOpen));
  return {
    credits: priceOf(priced.flat(), new PaidCompanies(), 0).credits,
    openFormulas: asked.length - priced.length,
  };
}
