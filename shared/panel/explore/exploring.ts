import type { BulkEngine } from '../bulk/bulk-engine';
import type { Subject } from './subject';
import type { ActiveCellWatch } from '../common/insert-at-cell';

/** What the parts of Explore share. */
export interface Exploring {
  readonly engine: BulkEngine;
  readonly active: ActiveCellWatch;
  readonly open: (subject: Subject) => void;
}
