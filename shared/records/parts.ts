import type { PartnersRecord } from '../client/resources/partnerships';
import type { RowsRecord } from '../client/rows';
import type { LookupOutcome } from './outcome';

/** A list that was read only in part. */
export interface Part {
  /** How many of its rows are saved. */
  readonly rows: number;
  /** How many rows the service counts; `null`: it does not say. */
  readonly total: number | null;
}

/** Whether a record is a list that was read only in part. */
export function isPartial(record: unknown): boolean {
  return (record as { readonly isPartial?: unknown }).isPartial === true;
}

/** How far a list was read, if only in part; `null` for other records. */
export function partOf(outcome: LookupOutcome | undefined): Part | null {
  if (outcome?.is !== 'found' || !isPartial(outcome.record)) return null;
  const record = outcome.record as RowsRecord | PartnersRecord;
  return { rows: rowsOf(record), total: 'rows' in record ? record.total : record.count };
}

/** {@link partOf} for each list that was read only in part. */
export function partsOf(outcomes: ReadonlyMap<string, LookupOutcome>): ReadonlyMap<string, Part> {
  const parts = [...outcomes].map(([identifier, outcome]) => [identifier, partOf(outcome)] as const);
  return new Map(parts.filter((part): part is readonly [string, Part] => part[1] !== null));
}

/** All rows, shown or not. */
export function rowsOf(record: RowsRecord | PartnersRecord): number {
  return ('rows' in record ? record.rows : (record.partners ?? [])).length + (record.surplus ?? 0);
}
