import type { WaitingStatus } from '../../credits/waiting-lookups';
import type { ToRestore } from '../../frozen/plan-restore';

/** What restoring would fetch, for a person to agree to. It holds for these formulas in these cells, and for no higher price. */
export interface RestoreTerms {
  /** Every formula with its cell, as JSON. */
  readonly formulas: string;
  readonly price: WaitingStatus;
}

/**
 * What a person has to agree to before formulas come back; `null`: nothing.
 *
 * @param price `null`: there is nobody to pay
 * @param agreed what the person was asked and agreed to; `null`: nothing
 */
export function toRestoreTerms(
  restore: readonly Pick<ToRestore, 'sheet' | 'row' | 'column' | 'formula'>[],
  price: WaitingStatus | null,
  agreed: RestoreTerms | null,
): RestoreTerms | null {
  if (price === null || (price.credits === 0 && !price.isLeast)) return null;
  const formulas = JSON.stringify(restore.map(({ sheet, row, column, formula }) => [sheet, row, column, formula]));
  const isAgreed =
    agreed?.formulas === formulas && price.credits <= agreed.price.credits && (agreed.price.isLeast || !price.isLeast);
  return isAgreed ? null : { formulas, price };
}
