import type { Definition } from '../shared/api';

/** What the person at the terminal asks for. */
export interface Settings {
  /** The domain that the calls ask about. */
  readonly company: string;
  /** Whether calls that change something are made. */
  readonly withWrites: boolean;
  /** The address that the check's own list is shared with; `null` for nobody. */
  readonly shareWith: string | null;
  /** The most that the one enrichment may cost, which charges for every partner. */
  readonly enrichmentCredits: number;
  /** Of the list that the check makes; no other list has it. */
  readonly listName: string;
}

/** A company whose enrichment costs a known number of credits. */
export interface EnrichableCompany {
  readonly domain: string;
  readonly partners: number;
}

/** What earlier answers told, for later calls to ask with; `null` is "not told". */
export interface Known {
  readonly technology: string | null;
  readonly vendor: string | null;
  readonly partner: string | null;
  readonly enrichable: readonly EnrichableCompany[];
  readonly definition: Definition | null;
  readonly listId: string | null;
  /** The list that the check has made, until it is deleted. */
  readonly ownListId: string | null;
  readonly jobId: string | null;
}

export const NOTHING_KNOWN: Known = {
  technology: null,
  vendor: null,
  partner: null,
  enrichable: [],
  definition: null,
  listId: null,
  ownListId: null,
  jobId: null,
};
