import fc from 'fast-check';
import { times } from '../../setup/chance';
import {
  answerTo,
  columnOf,
  hardHistories,
  INPUT_EDITS,
  OF_PARTNERS,
  PlayedHard,
  ROW_EDITS,
  type HardHistory,
} from '../../fakes/hard-histories';

/** All that is hard at once: see `HardHistory`. The sandbox's ledger tells what was charged. */

const ALL = [...ROW_EDITS, ...INPUT_EDITS] as const;

async function expectHonestAccount(history: HardHistory): Promise<void> {
  const played = new PlayedHard(history);
  await played.play();
  const charged = await played.run.charged();
  const { limit } = history;
  if (limit !== null) expect(charged).toBeLessThanOrEqual(limit);
  if (played.end === null) return;
  const said = played.end.summary.creditsUsed;
  expect(said).toBeGreaterThanOrEqual(charged);
  if (limit !== null) expect(said).toBeLessThanOrEqual(limit);
}

test('credits said are no less than were charged, and those no more than the limit', async () => {
  await fc.assert(fc.asyncProperty(hardHistories(ALL), expectHonestAccount), { numRuns: times(100) });
});

test('so they are where partners are asked for, of which nobody knows how many there are', async () => {
  const histories = hardHistories(ROW_EDITS, OF_PARTNERS, 300);
  await fc.assert(fc.asyncProperty(histories, expectHonestAccount), { numRuns: times(100) });
});

test('every row of a run that is done is accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(hardHistories(ALL), async (history) => {
      const played = new PlayedHard(history);
      await played.play();
      if (played.end === null) return;
      const { summary, is } = played.end;
      const failed = [...summary.failed.values()].reduce((sum, rows) => sum + rows.length, 0);
      const { rows, open, found, notTracked, noData, filled, unplaced, gone } = summary;
      expect(open + found + notTracked + noData + filled + unplaced + gone + failed).toBe(rows);
      if (is === 'done') expect(open).toBe(0);
    }),
    { numRuns: times(100) },
  );
});

test('no value stands beside another company than its own', async () => {
  await fc.assert(
    fc.asyncProperty(hardHistories(ROW_EDITS), async (history) => {
      const played = new PlayedHard(history);
      await played.play();
      const name = columnOf(played.shadow, 'Company');
      for (const { id, column, is, was } of played.differences()) {
        expect(column).toBe(name);
        if (history.mode === 'onlyEmpty') expect(was).toBe('');
        expect([...played.inputsOf.get(id)!].map(answerTo)).toContain(is);
      }
    }),
    { numRuns: times(100) },
  );
});

/** Where the column itself is in doubt, nothing is touched or forgotten. */
const unlessInDoubt = (thrown: { readonly code?: string }): 'inDoubt' => {
  if (thrown.code !== 'columnsGone') throw thrown as Error;
  return 'inDoubt';
};

test('undo restores exactly, or keeps and lists what it could not put back', async () => {
  await fc.assert(
    fc.asyncProperty(hardHistories(ALL), async (history) => {
      const played = new PlayedHard(history);
      await played.play();
      const undone = await played.undo().catch(unlessInDoubt);
      if (undone === 'inDoubt') return;
      const left = played
        .differences()
        .filter((difference) => !played.isDoubled(difference.id) && !played.isBesideItsInput(difference));
      if (left.length === 0) return;
      expect(undone).toMatchObject({ isLeft: true });
      const { missing, undecided, edited, refused, lost } = undone!;
      // The column is told as a whole.
      if (lost.length > 0) return;
      expect(left.length).toBeLessThanOrEqual(missing.length + undecided.length + edited.length + refused.length);
    }),
    { numRuns: times(100) },
  );
});

test('undo restores exactly, once the user has said that no row was sorted', async () => {
  const untouched = hardHistories(ALL).map((history) => ({ ...history, edits: [] }));
  await fc.assert(
    fc.asyncProperty(untouched, async (history) => {
      const played = new PlayedHard(history);
      await played.play();
      await played.undo();
      await played.undo('inOrder');
      expect(played.differences()).toEqual([]);
    }),
    { numRuns: times(100) },
  );
});
