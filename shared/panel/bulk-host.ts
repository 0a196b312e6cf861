import type { HostPorts } from '../bulk/sheet/ports';

/** What a host does for the part of the page that fills columns. Whatever fails rejects with a `TraceError`. */
export interface BulkHost {
  /** What a run asks for. Whether it goes on, and whom it tells, is the page's own affair. */
  readonly ports: HostPorts;
  /** Where the journal of a run is, which people may come upon. */
  readonly journalNote: string;
  /** What is selected, cut to what is in use; of several areas the first. `null`: no cell at all. */
  selection(): Promise<Selection | null>;
  /** Calls back when something else is selected, where the host tells. Returns how to stop. */
  readonly onSelection?: (callback: () => void) => () => void;
  /** Selects a cell, so that a person sees it. Rows and columns count from 0. */
  showCell(sheet: string, row: number, column: number): Promise<void>;
  /** Adds a sheet, behind the others, and shows it. */
  insertSummary(summary: SummarySheet): Promise<InsertedSummary>;
  /** A text that the page keeps for its user, in whatever file: `''` where there is none yet. */
  readPresets(): Promise<string>;
  writePresets(text: string): Promise<void>;
  /** How much is remembered in this file, or for this account where the host keeps it so. */
  cacheSize(): Promise<CacheSize>;
  /** Forgets the answers, which are then asked for and may be paid for again; what was paid for stays known. */
  clearCache(): Promise<void>;
  /** Takes the journal, the answers, the books, the policy and the user's key away. Cells stay as they are. */
  removeTrace(): Promise<void>;
}

/** An area of one sheet. Rows and columns count from 0. */
export interface Selection {
  readonly sheet: string;
  readonly sheetName: string;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

export interface SummarySheet {
  readonly title: string;
  /** The first row has the titles. The host writes texts as texts, whatever they begin with. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** What a bar chart shows, where the host draws one: rows and columns within {@link rows}. */
  readonly chart: { readonly title: string; readonly firstRow: number; readonly rows: number } | null;
}

export interface InsertedSummary {
  /** As the sheet is called now; another one may have had the title. */
  readonly name: string;
  /** Why there is no chart, as a sentence; `null`: there is one, or none was asked for. */
  readonly withoutChart: string | null;
}

export interface CacheSize {
  /** `null`: the host cannot tell. */
  readonly answers: number | null;
  readonly characters: number | null;
}
