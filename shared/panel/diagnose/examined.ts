import type { KeyStatus } from '../../client/check-key';
import type { KeyVerdict } from '../../client/key-verdict';
import type { HostFault } from '../bulk-host';
import type { LoggedRequest, PanelAnswer, ShownProblem, SpendingStatus } from '../protocol';

/** A cell of the sheet; row and column count from 0. */
export interface FoundCell {
  readonly sheet: string;
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
}

/** What *Diagnose* has looked at. Nothing of it costs credits. */
export interface Examined {
  readonly atMs: number;
  readonly key: PanelAnswer<KeyStatus>;
  /** What the service says of the key; `null`: there is no key to ask about. */
  readonly verdict: PanelAnswer<KeyVerdict> | null;
  /** How long the service took, in milliseconds. */
  readonly tookMs: number;
  /** `null`: the host cannot tell. */
  readonly problems: PanelAnswer<readonly ShownProblem[]> | null;
  /** What recalculating these cells costs at most, in credits; `null`: unknown. */
  readonly retryPrice: number | null;
  readonly status: SpendingStatus | null;
  readonly requests: readonly LoggedRequest[];
  readonly faults: PanelAnswer<readonly HostFault[]>;
  /** Cells that hold a key; a list that was cut is at its limit. */
  readonly keys: PanelAnswer<readonly FoundCell[]>;
}
