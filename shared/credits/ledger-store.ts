/** What a document stores of its ledger: docs/stored-formats.md shows each text. Others may have written them. */
export type LedgerText =
  /** Today's counters of the account that pays for the formulas. */
  | 'TRACE_SPENT'
  /** The companies that it has paid for. */
  | 'TRACE_PAID'
  /** The companies that runs of another account have paid for. */
  | 'TRACE_GUEST'
  | 'TRACE_POLICY';

/** The texts of a document that keeps its ledger itself, for one run. */
export interface LedgerStore {
  /** Whether only the owner's own runs may write it. */
  readonly isOwners?: boolean;
  /** How many companies each of its texts has room for; absent: as many as a document has. */
  readonly mostCompanies?: number;
  /** Whether the host allows reading at all; otherwise every text reads as if there were none. */
  readonly isReadable: boolean;
  /** `''`: none. */
  readonly read: (name: LedgerText) => string;
  /** Returns whether all was written. */
  readonly write: (texts: Readonly<Partial<Record<LedgerText, string>>>) => boolean;
  /** The same for one text that is read back: money may be spent because of it. */
  readonly writeForCertain: (name: LedgerText, text: string) => boolean;
  /** From now on, what others have written since counts. */
  readonly refresh: () => void;
}
