/** What the sidebar lets the script keep of an enrichment, and who holds the file. All of it is plain JSON. */

export type SentEntries = readonly (readonly [key: string, text: string])[];

/** Who holds the file, and for how long from now; `forMs: 0`: no longer. */
export interface SentHold {
  readonly holder: string;
  readonly forMs: number;
}

/** Done in this order: payments are booked, answers saved, the file held, the journal saved. */
export interface SentKeeping {
  /** The id of the account that paid. The ledger of another account is left alone. */
  readonly account: string;
  readonly charged: readonly string[];
  readonly entries: SentEntries;
  readonly keepForSeconds: number;
  readonly hold: SentHold | null;
  readonly journal: SentChange | null;
}

export interface SentChange {
  /** The mark of the index before this one. */
  readonly was: string;
  /** Begins with its mark; `''`: there is no journal any more. */
  readonly index: string;
  readonly slots: readonly SentSlot[];
  /** The signature saved with it; `null`: none, or there is no journal any more. */
  readonly signed: readonly [run: string, sequence: number] | null;
}

/** A piece of the journal's text, and where it is kept. */
export interface SentSlot {
  readonly slot: number;
  readonly text: string;
}

export interface SentKept {
  /** Until when somebody else holds the file, so that neither it nor the journal was changed; `null`: nobody does. */
  readonly elsewhere: number | null;
  /** Whether the journal was replaced meanwhile, and so was left alone. */
  readonly isOther: boolean;
}

export interface SentJournal {
  readonly index: string;
  readonly slots: readonly SentSlot[];
}

/** The length of an index's mark, in characters. */
export const MARK_LENGTH = 8;
/** Slots below this are document properties, the others cells of a hidden sheet. */
export const PROPERTY_SLOTS = 8;
/** In characters, their first ones included. Together with the index they have 27,000. */
export const PROPERTY_SLOT_LENGTH = 2_200;
export const INDEX_LENGTH = 8_800;
/** The limit of a cell is 50,000: https://support.google.com/drive/answer/37603. */
export const CELL_SLOT_LENGTH = 40_000;
export const MOST_SLOTS = 1_000;
