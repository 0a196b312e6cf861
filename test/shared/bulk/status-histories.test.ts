import { countFailed } from '../../../shared/bulk/run/failures';
import fc from 'fast-check';
import { times } from '../../setup/chance';
import { differences, expectRestoredOrListed, undoUnlessInDoubt } from '../../fakes/hard-histories/differences';
import { hardHistories, INPUT_EDITS, ROW_EDITS } from '../../fakes/hard-histories/hard-history';
import { answerTo, columnOf } from '../../fakes/hard-histories/hard-table';
import { PlayedHard } from '../../fakes/hard-histories/played-hard';

/** Hard histories of a run with a Status column, and with rows that name no company. */

const ALL = [...ROW_EDITS, ...INPUT_EDITS] as const;
const isUnusable = (input: unknown): boolean => input === 'no domain' || String(input).endsWith('@gmail.com');

test('a status stands in its own column, beside a row that it is true of', async () => {
  await fc.assert(
    fc.asyncProperty(hardHistories(ROW_EDITS, ['status']), async (history) => {
      const played = new PlayedHard(history);
      await played.play();
      const [name, status] = [columnOf(played.shadow, 'Company'), columnOf(played.shadow, 'Status')];
      for (const { id, column, is, was } of differences(played)) {
        const inputs = [...played.memory.inputsOf.get(id)!];
        expect([name, status]).toContain(column);
        if (column === name) {
          expect(inputs.map(answerTo)).toContain(is);
          continue;
        }
        expect(was).toBe('');
        if (String(is).startsWith('skipped: ') && is !== 'skipped: already filled') {
          expect(inputs.some(isUnusable)).toBe(true);
        } else expect(inputs.some((input) => !isUnusable(input))).toBe(true);
      }
    }),
    { numRuns: times(100) },
  );
});

test('every company is accounted for, and rows that name none cost nothing', async () => {
  await fc.assert(
    fc.asyncProperty(hardHistories(ALL, ['status']), async (history) => {
      const played = new PlayedHard(history);
      await played.play();
      const charged = await played.run.charged();
      if (history.limit !== null) expect(charged).toBeLessThanOrEqual(history.limit);
      if (played.end === null) return;
      const { summary, is } = played.end;
      expect(summary.creditsUsed).toBeGreaterThanOrEqual(charged);
      const failed = countFailed(summary.failed);
      const { rows, open, found, notTracked, noData, filled, unplaced, gone } = summary;
      expect(open + found + notTracked + noData + filled + unplaced + gone + failed).toBe(rows);
      if (is === 'done') expect(open).toBe(0);
    }),
    { numRuns: times(100) },
  );
});

test('a run that nobody disturbs leaves no row without its status', async () => {
  // A run that was cut off does not fill a row while its answer stands in another row of the company: see `findAstray`.
  const calm = hardHistories(ALL, ['status']).map((history) => ({
    ...history,
    ...{ ownsAnswers: false, edits: [], faults: [], limit: null },
  }));
  await fc.assert(
    fc.asyncProperty(calm, async (history) => {
      const played = new PlayedHard(history);
      await played.play();
      const grid = played.run.grid;
      const status = columnOf(grid, 'Status');
      const filled =
        history.mode === 'onlyEmpty' ? history.companies.map((company, at) => company > 0 && at % 3 === 2) : [];
      const statuses = grid
        .values()
        .slice(1)
        .map((row) => row[status] !== '');
      if (played.end?.is === 'done')
        expect(statuses).toEqual(history.companies.map((_company, at) => filled[at] !== true));
    }),
    { numRuns: times(100) },
  );
});

test('undo restores exactly, or keeps and lists what it could not put back', async () => {
  await fc.assert(
    fc.asyncProperty(hardHistories(ALL, ['status']), async (history) => {
      const played = new PlayedHard(history);
      await played.play();
      const undone = await undoUnlessInDoubt(played);
      // A row that is missing has two cells.
      if (undone !== 'inDoubt') expectRestoredOrListed(played, undone, 2);
    }),
    { numRuns: times(100) },
  );
});

test('undo restores exactly where nobody has moved a row', async () => {
  const untouched = hardHistories(ALL, ['status']).map((history) => ({ ...history, edits: [] }));
  await fc.assert(
    fc.asyncProperty(untouched, async (history) => {
      const played = new PlayedHard(history);
      await played.play();
      await played.undo();
      await played.undo('inOrder');
      expect(differences(played)).toEqual([]);
    }),
    { numRuns: times(100) },
  );
});
