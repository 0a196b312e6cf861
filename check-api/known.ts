import type { Definition } from '../shared/api';

/** What the user of the terminal asks for. */
export interface Settings {
  /** The domain that the calls ask about. */
  readonly company: string;
  /** Whether to make calls that change something. */
  readonly withWrites: boolean;
  /** The address that the check's own list is shared with; `null`: none. */
  readonly shareWith: string | null;
  /** The most that the single enrichment call may cost, which charges for every partner. */
  readonly enrichmentCredits: number;
  /** The name of the list that the check creates, which no other list has. */
  readonly listName: string;
}

/** A company whose enrichment costs a known number of credits. */
export interface EnrichableCompany {
  readonly domain: string;
  readonly partners: number;
}

/** What earlier answers showed, for use by later calls; `null`: unknown. */
export interface Known {
  readonly technology: string | null;
  readonly vendor: string | null;
  readonly partner: string | null;
  readonly enrichable: readonly EnrichableCompany[];
  readonly definition: Definition | null;
  readonly listId: string | null;
  /** The list that the check has created, until it is deleted. */
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
