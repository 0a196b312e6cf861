import type { FunctionComponent } from 'preact';
import type { BulkEngine } from '../bulk/bulk-engine';
import type { NetworkParts } from '../network';
import type { Subject } from './subject';
import type { ActiveCellWatch } from './use-active-cell';

/** What the parts of Explore share. */
export interface Exploring {
  readonly engine: BulkEngine;
  readonly active: ActiveCellWatch;
  /** What is loaded once somebody opens it. */
  readonly loads: ExploringLoads;
  readonly open: (subject: Subject) => void;
}

export interface ExploringLoads {
  readonly network: () => Promise<NetworkParts>;
  readonly warm: () => Promise<{ readonly WarmCard: FunctionComponent<WarmProps> }>;
}

export interface WarmProps {
  readonly exploring: Exploring;
  /** Whether somebody sees it. */
  readonly isOn: boolean;
}
