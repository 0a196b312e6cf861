/** What the sidebar asks the script to save for an enrichment, apart from its record. All values are plain JSON. */

export type SentEntries = readonly (readonly [key: string, text: string])[];

/** Done in this order: payments are booked, answers saved. */
export interface SentKeeping {
  /** The id of the account that paid. The ledger of another account is left alone. */
  readonly account: string;
  readonly charged: readonly string[];
  readonly entries: SentEntries;
  readonly keepForSeconds: number;
}

/** What to do with the record of the file's enrichment; see `RecordPort`. */
export type SentRecord =
  | { readonly what: 'load'; readonly from: number }
  | { readonly what: 'make'; readonly rows: readonly (readonly string[])[] }
  | {
      readonly what: 'append';
      readonly holder: string;
      readonly head: string;
      readonly rows: readonly (readonly string[])[];
    }
  /** `holder: null`: any holder. */
  | { readonly what: 'remove'; readonly holder: string | null }
  | { readonly what: 'show' };

/** `rows`: starting at the requested row, as many as one message can carry; `null`: there is no record. */
export interface SentRecordAnswer {
  readonly isDone: boolean;
  readonly rows: readonly (readonly string[])[] | null;
  /** How many rows the record has. */
  readonly count: number;
}
