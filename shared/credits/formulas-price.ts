import { otherOfPair } from '../client/resources/partnership-questions';
import { readQuestion } from '../client/rows';
import { priceOfPartnerNames } from './pair-price';
import { PaidCompanies } from './paid-companies';
import { mayBeOpen, priceOf, type Asked } from './prices';

/** The price of formulas, by the look-ups that each makes. */
export interface NewFormulasPrice {
  /** Credits at most, each look-up once, without {@link openFormulas}. */
  readonly credits: number;
  /** Formulas that may read all partners of a company. Their number is only known after paying. */
  readonly openFormulas: number;
}

/** The price of formulas of which nothing is saved or paid for, whatever routes the service has. @param asked by each of them */
export function priceOfFormulas(asked: readonly (readonly Asked[])[]): NewFormulasPrice {
  const closed = asked.filter((lookups) => !lookups.some(mayBeOpen));
  const lookups = closed.flat();
  const { credits } = priceOf(lookups, new PaidCompanies(), 0);
  return { credits: credits + priceOfPartnerNames(othersIn(lookups)), openFormulas: asked.length - closed.length };
}

/** The companies on the other side of pairs, without repeats. */
function othersIn(lookups: readonly Asked[]): number {
  const questions = lookups.filter(({ kind }) => kind === 'rows').flatMap(({ identifiers }) => identifiers);
  const others = questions.map(readQuestion).map(({ operation, path }) => otherOfPair(operation, path));
  return new Set(others.filter((other) => other !== null)).size;
}
