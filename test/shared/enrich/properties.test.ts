import fc from 'fast-check';
import { enrichHistories } from '../../fakes/enrich-history';
import { PlayedEnrichment } from '../../fakes/played-enrichment';
import { times } from '../../setup/chance';

/** In what a history breaks the promises of an enrichment. */
function broken(played: PlayedEnrichment): readonly string[] {
  return [...lost(played), ...misplaced(played), ...notRestored(played), ...miscounted(played)];
}

const lost = ({ lost: values }: PlayedEnrichment): readonly string[] => values.map((value) => `lost ${value}`);

const misplaced = ({ misplaced: values }: PlayedEnrichment): readonly string[] => values;

function notRestored(played: PlayedEnrichment): readonly string[] {
  const { undone, grid } = played;
  if (undone !== null && undone.why !== null) return undone.why.code === 'columnsGone' ? [] : [undone.why.code];
  const listed = new Set((undone?.left ?? []).map(({ row, target }) => `${row} ${target}`));
  const columns = played.targetColumns();
  return grid.rows.flatMap((cells, row) =>
    columns.flatMap((column, target) => {
      const cell = cells[column];
      if (cell === undefined || listed.has(`${row} ${target}`) || cell.value === played.ownerOf(cell)) return [];
      if (played.stoodBeside(row, target, cell.value)) return [];
      return [`row ${row} holds ${cell.value} in place of ${played.ownerOf(cell)}`];
    }),
  );
}

function miscounted({ counts, ends, shown }: PlayedEnrichment): readonly string[] {
  if (counts === null) return [];
  const told = counts.found;
  const isDone = ends[ends.length - 1] === null;
  return [
    ...(told === shown ? [] : [`${told} rows told of ${shown} that show their answer`]),
    ...(isDone && counts.open > 0 ? ['open when done'] : []),
  ];
}

test('whatever a person does meanwhile, the owner’s values stay, answers stand beside their companies, and undo restores or lists', async () => {
  await fc.assert(
    fc.asyncProperty(enrichHistories, async (history) => {
      expect(broken(await new PlayedEnrichment(history).play())).toEqual([]);
    }),
    { numRuns: times(3_000) },
  );
});
