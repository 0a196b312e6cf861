import fc from 'fast-check';
import { columnHistories } from '../../../fakes/column-edits';
import { PlayedColumns } from '../../../fakes/played-columns';
import { times } from '../../../setup/chance';

describe.each([
  ['with titles, and columns of the same title', true],
  ['without titles', false],
])('whatever a person does to the columns, %s', (_what, hasTitles) => {
  test('a run writes into its own column or pauses', async () => {
    await fc.assert(
      fc.asyncProperty(columnHistories(hasTitles), async (history) => {
        const played = new PlayedColumns(history);
        const end = await played.run();
        expect(played.spoilt).toEqual([]);
        if (end.is !== 'done') expect(end.why?.code).toBe('columnsGone');
      }),
      { numRuns: times(200) },
    );
  });

  test('an undo takes back what the run wrote, says what is left, and touches nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(columnHistories(hasTitles), async (history) => {
        const played = new PlayedColumns(history);
        await played.run();
        const undone = await played.undo();
        expect(played.spoilt).toEqual([]);
        if (undone === null || undone.isLeft) return expect(played.grid.journal).not.toBeNull();
        expect(played.grid.journal).toBeNull();
        const mayKeepTitle = undone.edited.length + undone.lost.length > 0;
        expect(played.remains.filter((value) => !(mayKeepTitle && value === 'Industry'))).toEqual([]);
      }),
      { numRuns: times(200) },
    );
  });
});
