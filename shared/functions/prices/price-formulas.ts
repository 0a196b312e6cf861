import { specOf } from '../../catalogue/index';
import { priceOfFormulas, type NewFormulasPrice } from '../../credits/prices';
import { codeOf } from '../../digest';
import { lookupsOf } from '../column/known-formulas';
import type { KnownFormula } from '../ports';

/** An account whose formulas may read lists, so that these are priced too. */
const PAYER = { id: '', keyId: '', keyClass: 'user', readsLists: true } as const;

/** The price of formulas, by their lookups alone: nothing counts as saved or paid for, and nothing is sent. */
export function priceFormulas(formulas: readonly KnownFormula[]): NewFormulasPrice {
  return priceOfFormulas(formulas.map((formula) => lookupsOf([withIds(formula)], PAYER)));
}

/** The same for one formula before it is entered; `null`: the price is known only after paying. */
export function priceDraft(formula: KnownFormula): number | null {
  const { credits, openFormulas } = priceFormulas([formula]);
  return openFormulas > 0 ? null : credits;
}

/** Replaces each name that would be searched first with a distinct id, since each lookup is paid for. */
function withIds({ id, args }: KnownFormula): KnownFormula {
  const { params } = specOf(id);
  const toId = (arg: unknown, at: number): unknown => {
    const begin = params[at]?.pricedAs;
    const given = String(arg ?? '').trim();
    return begin === undefined || given === '' ? arg : `${begin}-${codeOf(given)}`;
  };
  return { id, args: args.map(toId) };
}
