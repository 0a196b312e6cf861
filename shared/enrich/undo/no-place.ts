import type { GridValue } from '../sheet/cell-values';
import type { Reading } from '../reading';
import { valueIn } from '../record/before';
import type { EnrichmentRecord } from '../record/enrichment-record';

/** Earlier values of a target that are nowhere in its column now: their rows were deleted, or overwritten. */
export interface NoPlace {
  readonly target: number;
  readonly text: string;
  readonly value: GridValue;
}

/** Excludes columns that are gone: their values went with them. */
export function findNoPlace(record: EnrichmentRecord, reading: Reading): readonly NoPlace[] {
  const all: NoPlace[] = [];
  for (const [target, { isNew }] of record.head.targets.entries()) {
    const column = reading.targets[target];
    if (column === null || column === undefined || isNew) continue;
    const standing = new Map<GridValue, number>();
    for (const value of column.values) standing.set(value, (standing.get(value) ?? 0) + 1);
    for (const [text, { rows }] of record.inputs) {
      // Nothing was written there.
      if (text === '') continue;
      for (const row of rows) {
        const value = valueIn(row[target]!);
        const count = standing.get(value) ?? 0;
        if (value !== '' && count === 0) all.push({ target, text, value });
        else standing.set(value, count - 1);
      }
    }
  }
  return all;
}
