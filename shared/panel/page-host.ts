import type { BulkHost } from './bulk-host';
import type { Ask, PageMessage } from './protocol';

/** What a page needs of its host. */
export interface PageHost {
  readonly ask: Ask;
  /** What the host can be asked; the page leaves out what needs more. */
  readonly offers: ReadonlySet<PageMessage>;
  /** Whose key formulas run on, where that may be somebody else's. */
  readonly payer?: string;
  /** What the host's users have to know about the key. */
  readonly keyNote: string;
  /** What they have to know first, such as that there is no spreadsheet here. */
  readonly notice?: string;
  /** Where the host's server has the pages about functions, such as `docs/`; left out where there is no such server. */
  readonly docs?: string;
  /** What fills columns, where there is a sheet. */
  readonly bulk?: BulkHost;
  /** Calls back after each request, where the host logs them. Returns how to stop. */
  readonly onRequest?: (callback: () => void) => () => void;
  /** Calls back when formulas have spent something or wait for leave to, where the host is told. Returns how to stop. */
  readonly onSpending?: (callback: () => void) => () => void;
}
