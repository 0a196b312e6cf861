import type { PlayedEnrichment } from './played-enrichment';

/** The promises of an enrichment that a played history breaks; empty: none. */
export function brokenPromises(played: PlayedEnrichment): readonly string[] {
  const lost = played.lost.map((value) => `lost ${value}`);
  return [...lost, ...played.misplaced, ...notRestored(played), ...miscounted(played)];
}

function notRestored(played: PlayedEnrichment): readonly string[] {
  const { undone, file, owned } = played;
  // An undo that cannot find a column says so, and stops.
  if (undone !== null && undone.why !== null) return undone.why.code === 'columnsGone' ? [] : [undone.why.code];
  const listed = new Set((undone?.unrestored ?? []).map(({ row, target }) => `${row} ${target}`));
  const withoutPlace = new Set((undone?.noPlace ?? []).map(({ value }) => value));
  const columns = played.targetColumns();
  return file.values().flatMap((cells, row) =>
    columns.flatMap((column, target) => {
      const is = cells[column] ?? '';
      const owner = owned.at(row, column).value;
      if (is === owner || listed.has(`${row} ${target}`) || withoutPlace.has(owner)) return [];
      if (played.stoodBeside(row, target, is)) return [];
      return [`row ${row} holds ${is} in place of ${owner}`];
    }),
  );
}

function miscounted({ counts, ends, shown }: PlayedEnrichment): readonly string[] {
  if (counts === null) return [];
  const isDone = ends[ends.length - 1] === null;
  return [
    ...(counts.found === shown ? [] : [`${counts.found} rows told of ${shown} that show their answer`]),
    ...(isDone && counts.open > 0 ? ['open when done'] : []),
  ];
}
