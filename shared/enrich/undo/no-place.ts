import type { GridValue } from '../sheet/cell-values';
import type { Reading } from '../reading';
import type { EnrichmentRecord } from '../record/enrichment-record';

/** Values that stood in a target before, and stand nowhere in its column now: their rows were deleted, or typed over. */
export interface NoPlace {
  readonly target: number;
  readonly text: string;
  readonly value: GridValue;
}

/** Columns that are gone are left out: what stood there went with them. */
export function findNoPlace(record: EnrichmentRecord, reading: Reading): readonly NoPlace[] {
  return record.head.targets.flatMap((_target, target) => {
    const column = reading.targets[target];
    if (column === null || column === undefined) return [];
    const standing = new Map<GridValue, number>();
    for (const value of column.values) standing.set(value, (standing.get(value) ?? 0) + 1);
    return [...record.before(target)].flatMap(([text, { values }]) =>
      values.flatMap(([value]) => {
        const count = standing.get(value) ?? 0;
        standing.set(value, count - 1);
        return value === '' || count > 0 ? [] : [{ target, text, value }];
      }),
    );
  });
}
