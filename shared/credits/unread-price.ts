import type { Price } from './prices';

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
