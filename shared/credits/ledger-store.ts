import type { SpendPolicy } from './daily-spending';

/**
 * The texts in which a document stores its ledger; docs/stored-formats.md shows each. Others may have written them.
 */
export type LedgerText =
  /** Today's counters of the account that pays for the formulas. */
  | 'TRACE_SPENT'
  /** The companies that this account has paid for. */
  | 'TRACE_PAID'
  /** The companies that enrichments of another account have paid for. */
  | 'TRACE_GUEST'
  | 'TRACE_POLICY';

/** The ledger's texts in a document, for one run of the script. */
export interface LedgerStore {
  /** Whether only the owner's own runs can write the store. */
  readonly isOwners?: boolean;
  /** How many companies each text has room for; absent: as many as a document has. */
  readonly mostCompanies?: number;
  /** Whether the host allows reading at all; otherwise every text reads as missing. */
  readonly isReadable: boolean;
  /** Reads a text; `''`: none. */
  readonly read: (name: LedgerText) => string;
  /** Returns whether everything was written. */
  readonly write: (texts: Readonly<Partial<Record<LedgerText, string>>>) => boolean;
  /** Writes one text and reads it back, because money may be spent on the strength of it. */
  readonly writeForCertain: (name: LedgerText, text: string) => boolean;
  /** Drops read texts, so that changes by others count from now on. */
  readonly refresh: () => void;
}

/** The texts that signatures cover, so that a signature for one fits no other. */
export type LedgerSection = 'doubts' | 'paid' | 'guest';

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

/** What a host provides to one run of the script, besides the texts. */
export interface LedgerRun {
  /** Changes the ledger. @param change receives whether no other run can change it meanwhile */
  readonly alone: <T>(change: (isAlone: boolean) => T) => T;
  /** What the owner's own store says now about today's counters, like `LedgerOwner.noted`. */
  readonly noted: () => string;
  /** 8 random digits. */
  readonly newId: () => string;
}
