import { specOf } from '../catalogue/index';
import { priceOfFormula, priceOfFormulas, type NewFormulasPrice } from '../credits/formulas-price';
import { lookupsOf, type KnownFormula } from './dry-run';

/** Formulas that read lists, so that these are priced too. */
const PAYER = { id: '', keyId: '', keyClass: 'user', readsLists: true } as const;

/** The price of formulas, by their look-ups alone: nothing counts as saved or paid for, and nothing is sent. */
export function priceFormulas(formulas: readonly KnownFormula[]): NewFormulasPrice {
  return priceOfFormulas(formulas.map((formula) => lookupsOf([formula], PAYER)));
}

/**
 * The same for one formula before it is entered, whatever routes the service has; `null`: it is only known after paying.
 *
 * @param others companies on the other side of its pairs, without repeats
 */
export function priceDraft({ id, args }: KnownFormula, others: number): number | null {
  const { params } = specOf(id);
  const known = args.map((arg, at) => params[at]?.pricedAs ?? arg);
  return priceOfFormula(lookupsOf([{ id, args: known }], PAYER), others);
}
