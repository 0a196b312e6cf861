import type { WaitingStatus } from '../credits/waiting-lookups';
import type { Placed } from '../frozen/plan-thaw';

/** What thawing would do, for a person to agree to. It holds for these formulas in these cells, and for no higher price. */
export interface ThawTerms {
  /** Every formula with its cell, as JSON. */
  readonly formulas: string;
  /**
   * Whether somebody else may say what comes back, and where: whoever may edit the file can have written what is kept of
   * formulas, and then any value could make room for one.
   */
  readonly isForeign: boolean;
  /** `null`: there is nobody to pay. */
  readonly price: WaitingStatus | null;
}

/**
 * What a person has to agree to before formulas come back; `null`: nothing.
 *
 * @param agreed what the person was asked and agreed to; `null`: nothing
 */
export function toAgree(
  restore: readonly Placed[],
  isForeign: boolean,
  price: WaitingStatus | null,
  agreed: ThawTerms | null,
): ThawTerms | null {
  const terms = toThawTerms(restore, isForeign, price);
  return isAgreed(terms, agreed) ? null : terms;
}

function toThawTerms(restore: readonly Placed[], isForeign: boolean, price: WaitingStatus | null): ThawTerms {
  const places = restore.map(({ sheet, row, column, formula }) => [sheet, row, column, formula]);
  return { formulas: JSON.stringify(places), isForeign: isForeign && restore.length > 0, price };
}

/** Whether thawing may go on. @param agreed what the person was asked and agreed to; `null`: nothing */
function isAgreed(terms: ThawTerms, agreed: ThawTerms | null): boolean {
  const { isForeign, price } = terms;
  if (!isForeign && !mayCost(price)) return true;
  if (agreed === null || agreed.formulas !== terms.formulas || (isForeign && !agreed.isForeign)) return false;
  return !mayCost(price) || isWithin(price, agreed.price);
}

export function mayCost(price: WaitingStatus | null): price is WaitingStatus {
  return price !== null && (price.credits > 0 || price.isLeast);
}

function isWithin(price: WaitingStatus, agreed: WaitingStatus | null): boolean {
  return agreed !== null && price.credits <= agreed.credits && (agreed.isLeast || !price.isLeast);
}
