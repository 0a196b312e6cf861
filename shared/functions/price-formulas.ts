import { MAX_ROWS, readQuestion } from '../client/rows';
import { PaidCompanies } from '../credits/paid-companies';
import { priceOf } from '../credits/price-of';
import type { Lookup } from '../lookup/ports';
import { lookupsOf, type KnownFormula } from './dry-run';

/** What formulas cost where nothing was looked up before, told without a request. */
export interface FormulasPrice {
  /** Credits at most, each look-up once, without {@link openFormulas}. */
  readonly credits: number;
  /** Formulas that may read all partners of a company: how many those are is known only once they are paid for. */
  readonly openFormulas: number;
}

/** Formulas that ask for lists, so that theirs are priced too. */
const PAYER = { id: '', keyId: '', keyClass: 'user', readsLists: true } as const;

/** Where these are missing, all partners of a company are read instead. */
const STOOD_IN_FOR_BY_PARTNERS: ReadonlySet<string> = new Set([
  'partnerships.lookup',
  'partnerships.shared',
  'partnerships.graph',
]);

export function priceFormulas(formulas: readonly KnownFormula[]): FormulasPrice {
  const asked = formulas.map((formula) => lookupsOf([formula], PAYER));
  const priced = asked.filter((lookups) => !lookups.some(isOpen));
  return {
    credits: priceOf(priced.flat(), new PaidCompanies(), 0),
    openFormulas: asked.length - priced.length,
  };
}

function isOpen({ kind, identifiers }: Lookup): boolean {
  return kind === 'partners' || (kind === 'rows' && identifiers.some(isOpenList));
}

function isOpenList(question: string): boolean {
  const { operation, top } = readQuestion(question);
  return STOOD_IN_FOR_BY_PARTNERS.has(operation) || (operation === 'partnerships.list' && top === MAX_ROWS);
}
