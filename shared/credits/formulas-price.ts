import { otherOfPair } from '../client/resources/partnership-questions';
import { readQuestion } from '../client/rows';
import { priceOfPartnerNames } from './pair-price';
import { PaidCompanies } from './paid-companies';
import { mayBeOpen, priceOf, type Asked, type Price } from './prices';

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

/**
 * The price of look-ups without a saved answer. It is the least where nobody knows which ones follow from them.
 *
 * @param levels at which each was asked for first, by kind and identifier: `rows|…`; 0: by a formula itself, 1: after the
 * answers to these
 * @param isWhole whether no further level was left
 */
export function priceOfUnsaved(
  unsaved: readonly Asked[],
  levels: ReadonlyMap<string, number>,
  isWhole: boolean,
  paid: PaidCompanies,
  nowMs: number,
): Price {
  // The name of a company is asked for where Trace has no look-up of pairs. Then it is looked for in the lists of others.
  const isFollowed = unsaved.some(
    ({ kind, identifiers }) =>
      kind === 'rows' && identifiers.some((each) => levels.get(`rows|${each}`) === 1 && isNameQuestion(each)),
  );
  const price = priceOf(unsaved, paid, nowMs);
  return { ...price, isLeast: price.isLeast || isFollowed || !isWhole };
}

/** The companies on the other side of pairs, without repeats. */
function othersIn(lookups: readonly Asked[]): number {
  const questions = lookups.filter(({ kind }) => kind === 'rows').flatMap(({ identifiers }) => identifiers);
  const others = questions.map(readQuestion).map(({ operation, path }) => otherOfPair(operation, path));
  return new Set(others.filter((other) => other !== null)).size;
}

/** See `toNameQuestion` in `functions/partner-by-name.ts`. */
function isNameQuestion(question: string): boolean {
  const { operation, top } = readQuestion(question);
  return operation === 'partnerships.list' && top === 1;
}
