import type { Subject } from './subject';
import { makeShared } from '../common/shared-value';

/** The functions that the cards of Explore share. */
export interface Exploring {
  /** Shows another company, technology, vendor or category. */
  readonly open: (subject: Subject) => void;
}

export const [ExploringProvider, useExploring] = makeShared<Exploring>();
