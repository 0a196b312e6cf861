import type { SpendPolicy } from './spend-policy';

/** What a signature covers, so that no signature fits anything else. */
type LedgerPart = 'doubts' | 'paid' | 'guest';

/**
 * The account of a key that was stored by hand, until its owner opens the panel. All formulas of a document are its
 * owner's, so that what they spent under this name was spent by whatever account they have now.
 */
export const UNNAMED_ACCOUNT = 'unnamed';

/** The account that a stored ledger is of. */
export interface LedgerOwner {
  readonly id: string;
  /** Its own daily limit for formulas, in all files; `null`: none. */
  readonly dailyLimit: number | null;
  /**
   * What formulas of this document may spend by the owner's own choice. The document may only allow less. `null`: the
   * owner is somebody else, and only the owner's formulas can read it.
   */
  readonly policy: SpendPolicy | null;
  /** What the owner has approved on top of that on one day (days since 1970, UTC), in all. */
  readonly approved: { readonly day: number; readonly credits: number };
  /** What the owner's own store says of today's counters, in a host that has one besides the document; `''`: nothing. */
  readonly noted?: string;
  /**
   * The signature of what the account itself writes, which nobody can make without its secret; `''` where it has none. An older
   * text, or another document's, under a valid signature only proves that the account once wrote it.
   */
  readonly seal: (part: LedgerPart, value: unknown) => string;
}

/** Whether a signature is that of a value. */
export function isSealed<P>(
  signature: unknown,
  part: P,
  value: unknown,
  seal: (part: P, value: unknown) => string,
): boolean {
  return typeof signature === 'string' && signature !== '' && signature === seal(part, value);
}
