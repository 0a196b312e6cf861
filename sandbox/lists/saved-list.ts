import type { Company } from '../data/company';
import type { Definition } from './definition';

/** A named set of companies: those that match its definition and those added, without those excluded. */
export interface SavedList {
  readonly listId: string;
  readonly name: string;
  /** What the user of `trace_demo` may do with it. */
  readonly accessLevel: 'owner' | 'editor' | 'viewer';
  /** `null`: filled by hand. */
  readonly definition: Definition | null;
  readonly added: readonly Company[];
  readonly excluded: readonly Company[];
  readonly createdAt: string;
  readonly updatedAt: string;
}
