import type { Price } from './prices';

/** The price of formulas, some of which nobody can read beforehand. */
export interface FormulasPrice extends Price {
  /** Whether it may be more since a formula asks for what cannot be read beforehand. */
  readonly isUnread?: true;
}

/**
 * Each formula that nobody can read asks for at least one company. Where a person agrees to the price, that is enough:
 * what costs more waits again.
 *
 * @param unread how many there are
 */
export function withUnread<P extends Price>(price: P, unread: number): P {
  return { ...price, credits: price.credits + unread };
}

/** The price {@link withUnread} where no approval holds formulas back: one may ask for a whole column. */
export function asLeast<P extends FormulasPrice>(price: P, unread: number): P {
  return unread > 0 ? { ...price, isLeast: true, isUnread: true } : price;
}
