import type { WaitingStatus } from '../../credits/waiting-lookups';
import { TraceError } from '../../errors/trace-error';
import type { ToEnter } from '../../frozen/plan-restore';

/**
 * What restoring or reconnecting would fetch, for the user to approve. The approval covers these formulas in these cells, up to this
 * price.
 */
export interface RestoreTerms {
  /** Every formula with its cell, as JSON. */
  readonly formulas: string;
  readonly price: WaitingStatus;
}

/**
 * What the user must approve before formulas are entered; `null`: nothing.
 *
 * @param price `null`: there is no account that could pay
 * @param agreed the terms that the user saw and approved; `null`: none
 * @throws `noKey`, because the formulas would replace answers with the sentence that asks for a key
 */
export function toRestoreTerms(
  restore: readonly Pick<ToEnter, 'sheet' | 'row' | 'column' | 'formula'>[],
  price: WaitingStatus | null,
  agreed: RestoreTerms | null,
): RestoreTerms | null {
  if (price === null) throw new TraceError('noKey', {});
  if (price.credits === 0 && !price.isLeast) return null;
  const formulas = JSON.stringify(restore.map(({ sheet, row, column, formula }) => [sheet, row, column, formula]));
  const isAgreed =
    agreed?.formulas === formulas && price.credits <= agreed.price.credits && (agreed.price.isLeast || !price.isLeast);
  return isAgreed ? null : { formulas, price };
}
