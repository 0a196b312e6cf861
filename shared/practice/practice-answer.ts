import type { AnyRecord, LookupKind } from '../records/outcome';

/** An answer for the store: about a sample company, or to a question about one. */
export type PracticeAnswer = readonly [kind: LookupKind, identifier: string, record: AnyRecord];
