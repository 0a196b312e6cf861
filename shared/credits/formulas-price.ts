import { otherOfPair } from '../client/resources/partnership-questions';
import { readQuestion } from '../client/rows';
import { priceOfPartnerNames } from './pair-price';
import { priceOfRows } from './rows-price';
import { PaidCompanies } from './paid-companies';
import { mayBeOpen, priceOf, type Asked } from './prices';

/** The price of formulas, by the lookups that each makes. */
export interface NewFormulasPrice {
  /** The most credits, each lookup once, without {@link openFormulas}. */
  readonly credits: number;
  /** Formulas that may read all partners of a company, whose number is known only after paying. */
  readonly openFormulas: number;
}

/**
 * The price of formulas if nothing is saved or paid for, whatever routes the service has. @param asked the lookups of
 * each formula
 */
export function priceOfFormulas(asked: readonly (readonly Asked[])[]): NewFormulasPrice {
  const closed = asked.filter((lookups) => !lookups.some(mayBeOpen));
  const lookups = closed.flat();
  const { credits } = priceOf(lookups, new PaidCompanies(), 0);
  return { credits: credits + priceOfPartnerNames(othersIn(lookups)), openFormulas: asked.length - closed.length };
}

/**
 * The most that formulas cost together with lists whose price is open, if Trace answers these lists directly.
 *
 * @param rows the most rows of these lists
 */
export function priceWithLists({ credits }: Pick<NewFormulasPrice, 'credits'>, rows: number): number {
  return credits + priceOfRows(rows);
}

/** How many different companies are on the other side of pairs. */
function othersIn(lookups: readonly Asked[]): number {
  const questions = lookups.filter(({ kind }) => kind === 'rows').flatMap(({ identifiers }) => identifiers);
  const others = questions.map(readQuestion).map(({ operation, path }) => otherOfPair(operation, path));
  return new Set(others.filter((other) => other !== null)).size;
}
