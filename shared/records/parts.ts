import type { PartnersRecord } from '../client/resources/partnerships';
import type { RowsRecord } from '../client/rows';
import type { LookupOutcome } from './outcome';

/** How many rows are saved of a list that was not read to its end; `null` for other records. */
export function rowsOfPart(outcome: LookupOutcome | undefined): number | null {
  if (outcome?.is !== 'found' || !('isPartial' in outcome.record) || outcome.record.isPartial !== true) return null;
  return rowsOf(outcome.record as RowsRecord | PartnersRecord);
}

/** {@link rowsOfPart} of those that were not read to their end. */
export function rowsOfParts(outcomes: ReadonlyMap<string, LookupOutcome>): ReadonlyMap<string, number> {
  const parts = [...outcomes].map(([identifier, outcome]) => [identifier, rowsOfPart(outcome)] as const);
  return new Map(parts.filter((part): part is readonly [string, number] => part[1] !== null));
}

/** All rows, shown or not. */
export function rowsOf(record: RowsRecord | PartnersRecord): number {
  return ('rows' in record ? record.rows : (record.partners ?? [])).length + (record.surplus ?? 0);
}
