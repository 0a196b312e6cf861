import { otherOfPair } from '../client/resources/partnerships';
import { MAX_ROWS, mostOnPage, readQuestion, ROWS_PER_PAGE, type RowsQuestion } from '../client/rows';
import type { LookupKind, PartialList } from '../records/outcome';
import { PaidCompanies } from './paid-companies';

/**
 * The most credits that lookups may cost, before anything is sent; `charges.ts` has what an answer did cost. A
 * company costs a credit, once within 30 days, whatever the call: https://docs.tracedata.ai/credits/.
 */

/** Lookups of one kind. */
export interface Asked {
  readonly kind: LookupKind;
  readonly identifiers: readonly string[];
}

export interface Price {
  /** The most credits. */
  readonly credits: number;
  /** Whether it may cost more, because the number of partners is unknown. */
  readonly isLeast: boolean;
}

/** Lists without companies: only companies are charged. */
const FREE_LISTS: ReadonlySet<string> = new Set(['technologies.search', 'lists.index', 'jobs.show', 'get.free']);

/** If these routes are missing, all partners of a company are read instead. */
const STOOD_IN_FOR_BY_PARTNERS: ReadonlySet<string> = new Set(['partnerships.shared', 'partnerships.graph']);

/**
 * The most that one lookup costs: for a list, as many credits as its pages may have rows. If {@link isOpen} is true,
 * the maximum is unknown, and this is the minimum for a company's partners or one page of a list.
 */
export function costOf(kind: LookupKind, identifier: string): number {
  if (kind !== 'rows') return 1;
  const { operation, top } = readQuestion(identifier);
  if (FREE_LISTS.has(operation)) return 0;
  if (operation === 'partnerships.lookup') return 1;
  return isOpen(kind, identifier) ? ROWS_PER_PAGE : top;
}

/** The most that one page of a list costs: a credit for each new row on it. @param place see `client/rows.ts` */
export function costOfPage(question: RowsQuestion, place: number): number {
  return FREE_LISTS.has(question.operation) ? 0 : mostOnPage(question, place);
}

/** Whether a lookup returns all partners of a company, whose number is known only after paying. */
export function isOpen(kind: LookupKind, identifier: string): boolean {
  if (kind !== 'rows') return kind === 'partners';
  const { operation, paging, top } = readQuestion(identifier);
  return operation === 'partnerships.list' && paging === 'page' && top === MAX_ROWS;
}

/**
 * The greatest cost of one lookup. A list that was cut is read again from its first row, and in whole pages if it is
 * longer than a page, because its order may have changed.
 */
export function priceOfOne(kind: LookupKind, identifier: string, partial?: PartialList): Price {
  if (partial === undefined) return { credits: costOf(kind, identifier), isLeast: isOpen(kind, identifier) };
  const most = Math.max(partial.rows + 1, partial.total ?? 0);
  const pages = Math.ceil(most / ROWS_PER_PAGE);
  return { credits: pages > 1 ? pages * ROWS_PER_PAGE : most, isLeast: partial.total === null };
}

/**
 * {@link isOpen} for a service that may lack undocumented routes.
 * @internal tests try every operation
 */
export function mayBeOpen({ kind, identifiers }: Asked): boolean {
  return identifiers.some(
    (each) => isOpen(kind, each) || (kind === 'rows' && STOOD_IN_FOR_BY_PARTNERS.has(readQuestion(each).operation)),
  );
}

/**
 * The total cost of lookups, without repeats. Companies that are paid for are free.
 *
 * @param partials lists that a limit cut
 */
export function priceOf(
  lookups: readonly Asked[],
  paid: PaidCompanies,
  nowMs: number,
  partials: ReadonlyMap<string, PartialList> = new Map(),
): Price {
  const prices = new Map<string, Price>();
  for (const { kind, identifiers } of lookups) {
    for (const identifier of identifiers) {
      const isPaid = kind === 'company' && paid.isPaid(identifier, nowMs);
      const price = isPaid ? FREE : priceOfOne(kind, identifier, partials.get(identifier));
      prices.set(`${kind}|${identifier}`, price);
    }
  }
  return sumOfPrices(prices.values());
}

const FREE: Price = { credits: 0, isLeast: false };

export function sumOfPrices(prices: Iterable<Price>): Price {
  let [credits, isLeast] = [0, false];
  for (const price of prices) {
    credits += price.credits;
    isLeast ||= price.isLeast;
  }
  return { credits, isLeast };
}

/** The price of formulas, some of which cannot be read beforehand. */
export interface FormulasPrice extends Price {
  /** Whether it may cost more, because a formula's inputs cannot be read beforehand. */
  readonly isUnread?: true;
}

/**
 * Adds formulas that cannot be read, at one company each. That is enough if the user approves the price: what costs
 * more waits again.
 *
 * @param unread how many there are
 */
export function withUnread<P extends Price>(price: P, unread: number): P {
  return { ...price, credits: price.credits + unread };
}

/** The price from {@link withUnread} if formulas need no approval: one of them may ask for a whole column. */
export function asLeast<P extends FormulasPrice>(price: P, unread: number): P {
  return unread > 0 ? { ...price, isLeast: true, isUnread: true } : price;
}

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
  return { credits: credits + othersIn(lookups), openFormulas: asked.length - closed.length };
}

/**
 * The most that formulas cost together with lists whose price is open, if Trace answers these lists directly.
 *
 * @param rows the most rows of these lists
 */
export function priceWithLists({ credits }: Pick<NewFormulasPrice, 'credits'>, rows: number): number {
  return credits + rows;
}

/**
 * How many different companies are on the other side of pairs. Each may cost a credit more; see `priceOfPairs`.
 */
function othersIn(lookups: readonly Asked[]): number {
  const questions = lookups.filter(({ kind }) => kind === 'rows').flatMap(({ identifiers }) => identifiers);
  const others = questions.map(readQuestion).map(({ operation, path }) => otherOfPair(operation, path));
  return new Set(others.filter((other) => other !== null)).size;
}
