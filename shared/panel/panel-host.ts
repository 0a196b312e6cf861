import type { Practice } from '../practice/practice';
import type { BulkHost } from './bulk-host';
import type { SelectedCell } from './cell/selected-cell';
import type { Ask, PanelMessage } from './protocol';

/** What a page needs of its host. */
export interface PanelHost {
  readonly ask: Ask;
  /** The messages that the host answers. The page leaves out what needs others. */
  readonly offers: ReadonlySet<PanelMessage>;
  /** Who has the key that formulas use, if that may be someone else. */
  readonly payer?: string;
  /** How long choices for this file last, if that is limited; `''`: for good. */
  readonly choiceNote?: () => string;
  /** Where today's credits are counted, as a sentence. */
  readonly countedNote: string;
  /** What users of this host have to know about the key. */
  readonly keyNote: string;
  /** What these users have to know first, for example that there is no spreadsheet here. */
  readonly notice?: string;
  /** The address of the host's help pages for functions, such as `docs/`; absent where there are none. */
  readonly docs?: string;
  /** Loads what enriches columns; absent where there is no sheet. */
  readonly bulk?: () => Promise<BulkHost>;
  /** The same for what looks at single companies, with answers and a payer of its own; absent where there is no sheet. */
  readonly explore?: () => Promise<BulkHost>;
  /** Sample companies for people without a key. Fetched only when asked for. Rejects with a `TraceError`. */
  readonly readPractice?: () => Promise<Practice>;
  /**
   * Calls back whether the panel is open, if its page keeps running while it is closed: at once, and at each change.
   * Returns a function that stops it.
   */
  readonly onOpen?: (callback: (isOpen: boolean) => void) => () => void;
  /** Calls back after each request, where the host logs them. Returns a function that stops it. */
  readonly onRequest?: (callback: () => void) => () => void;
  /**
   * Calls back with the selected cell, now and whenever it may show something else; `null`: no cell is selected. Absent if
   * there are no cells. Returns a function that unsubscribes.
   */
  readonly onSelectedCell?: (tell: (cell: SelectedCell | null) => void) => () => void;
  /** The id of the element outside of the panel in which the selected cell is explained; absent: the panel explains it. */
  readonly cellLine?: string;
  /** Lets the user edit the selected cell; absent: the host cannot. */
  readonly editCell?: () => void;
  /** Shows the panel if the host has hidden it; absent: it never does. */
  readonly showPanel?: () => void;
  /**
   * Calls back when formulas spent credits or wait for approval, where the host knows. Returns a function that stops
   * it.
   */
  readonly onSpending?: (callback: () => void) => () => void;
}
