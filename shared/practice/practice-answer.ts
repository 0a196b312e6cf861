import type { AnyRecord, LookupKind } from '../records/outcome';

/** What the store has of a sample company, or of a question about one. */
export type PracticeAnswer = readonly [kind: LookupKind, identifier: string, record: AnyRecord];
