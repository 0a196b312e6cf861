import type { SpendPolicy } from './spend-policy';

/** The texts that signatures cover, so that a signature for one fits no other. */
type LedgerSection = 'doubts' | 'paid' | 'guest';

/**
 * The account of a key that was stored by hand, until its owner opens the panel. All formulas of a document belong to
 * its owner, so what they spent under this name counts for the owner's later account.
 */
export const UNNAMED_ACCOUNT = 'unnamed';

/** The account that a stored ledger belongs to. */
export interface LedgerOwner {
  readonly id: string;
  /** The owner's daily limit for formulas, over all files; `null`: none. */
  readonly dailyLimit: number | null;
  /**
   * What the owner allows formulas of this document to spend. The document may only lower it. `null`: someone else is
   * the owner, and only the owner's formulas can read it.
   */
  readonly policy: SpendPolicy | null;
  /** The total that the owner has approved beyond that on one day (days since 1970, UTC). */
  readonly approved: { readonly day: number; readonly credits: number };
  /** What the owner's own store says about today's counters, in a host that has such a store; `''`: nothing. */
  readonly noted?: string;
  /**
   * Signs what the account itself writes, which requires the account's secret; `''` if it has none. A valid signature
   * on an older text, or on another document's, only proves that the account once wrote it.
   */
  readonly seal: (section: LedgerSection, value: unknown) => string;
}

/** Whether a signature belongs to a value. */
export function isSealed<P>(
  signature: unknown,
  section: P,
  value: unknown,
  seal: (section: P, value: unknown) => string,
): boolean {
  return typeof signature === 'string' && signature !== '' && signature === seal(section, value);
}
