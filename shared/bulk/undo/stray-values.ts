import type { RowRecord } from '../rows/row-record';
import { digestsOf, isOwn } from '../sheet/cell-decision';
import { digestOf } from '../sheet/cell-values';
import type { ColumnRead } from '../sheet/ports';
import { groupBy } from '../sheet/row-anchors';
import { nameOfInput } from '../sheet/row-keys';
import type { FoundRow } from './found-rows';

/** For each target, values of the run that stand beside rows they were not written for. */
export function straysOf(
  places: readonly FoundRow[],
  open: readonly RowRecord[],
  targets: readonly ColumnRead[],
): readonly ReadonlySet<string>[] {
  return targets.map(({ values }, target) => {
    const digests = new Set(open.flatMap(({ cells }) => digestsOf(cells[target])));
    const own = new Map(places.map(({ row, cells }) => [row, digestsOf(cells[target])]));
    return new Set(
      values.flatMap((value, row) => {
        if (value === '') return [];
        const digest = digestOf(value);
        return digests.has(digest) && own.get(row)?.includes(digest) !== true ? [digest] : [];
      }),
    );
  });
}

/**
 * Values of the run in a target, where their rows can no longer be told apart. Inputs and answers were moved separately, so the
 * value stands beside another row and is gone beside its own, and the cells held different things before.
 */
export function mixedUpOf(
  open: readonly RowRecord[],
  places: readonly FoundRow[],
  target: number,
  { values }: ColumnRead,
  strays: ReadonlySet<string>,
): ReadonlySet<string> {
  if (strays.size === 0) return strays;
  const rowOf = new Map(places.map(({ index, row }) => [index, row]));
  const astray = open.flatMap((record) =>
    digestsOf(record.cells[target]).flatMap((digest) => (strays.has(digest) ? [{ digest, record }] : [])),
  );
  const groups = groupBy(astray, ({ digest }) => digest);
  const mixed = [...groups].filter(([digest, group]) => {
    const isGone = ({ index }: RowRecord): boolean => digestOf(values[rowOf.get(index) ?? -1] ?? '') !== digest;
    const befores = new Set(group.map(({ record }) => JSON.stringify(record.cells[target]!.before)));
    return befores.size > 1 && group.some(({ record }) => isGone(record));
  });
  return new Set(mixed.map(([digest]) => digest));
}

/**
 * Rows whose cells still hold all that was written into them, while their inputs have moved on and left nothing beside them. The
 * cells that are now beside such an input may be of another row, so they would be undone in place of these. A single value may be
 * another row's own: many rows have the same status.
 *
 * @param lost targets that are not certainly the run's
 * @returns their indexes in the plan
 */
export function stayedBehindOf(
  open: readonly RowRecord[],
  places: readonly FoundRow[],
  [input, ...targets]: readonly ColumnRead[],
  lost: ReadonlyMap<number, unknown>,
): ReadonlySet<number> {
  const claimed = new Set(places.map(({ row }) => row));
  const isBare = ({ seen }: RowRecord): boolean =>
    seen >= 0 && !claimed.has(seen) && nameOfInput(input!.values[seen]).text === '';
  const holdsAll = ({ cells, seen }: RowRecord): boolean =>
    cells.every(
      (intent, target) =>
        intent === null || lost.has(target) || isOwn(intent, digestOf(targets[target]!.values[seen] ?? '')),
    );
  return new Set(open.filter((record) => isBare(record) && holdsAll(record)).map(({ index }) => index));
}
