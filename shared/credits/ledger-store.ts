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
