import { countFailed } from '../../../shared/bulk/run/failures';
import fc from 'fast-check';
import { times } from '../../setup/chance';
import { differences, expectRestoredOrListed, undoUnlessInDoubt } from '../../fakes/hard-histories/differences';
import {
  hardHistories,
  INPUT_EDITS,
  OF_PARTNERS,
  ROW_EDITS,
  type HardHistory,
} from '../../fakes/hard-histories/hard-history';
import { answerTo, columnOf } from '../../fakes/hard-histories/hard-table';
import { PlayedHard } from '../../fakes/hard-histories/played-hard';
import type { MemoryGrid } from '../../fakes/memory-grid';

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

test('credits said are no less than were charged where partners are asked for, however many there are', async () => {
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
      const failed = countFailed(summary.failed);
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
      for (const { id, column, is, was } of differences(played)) {
        expect(column).toBe(name);
        if (history.mode === 'onlyEmpty') expect(was).toBe('');
        expect([...played.memory.inputsOf.get(id)!].map(answerTo)).toContain(is);
      }
    }),
    { numRuns: times(100) },
  );
});

test('undo restores exactly, or keeps and lists what it could not put back', async () => {
  await fc.assert(
    fc.asyncProperty(hardHistories(ALL), async (history) => {
      const played = new PlayedHard(history);
      await played.play();
      const undone = await undoUnlessInDoubt(played);
      if (undone !== 'inDoubt') expectRestoredOrListed(played, undone, 1);
    }),
    { numRuns: times(100) },
  );
});

/** What the owner of the sheet has written into the column. */
function ownValues(sheet: MemoryGrid): string[] {
  const company = columnOf(sheet, 'Company');
  const values = sheet.values().map((row) => String(row[company] ?? ''));
  return values.filter((value) => /^(mine|typed)/.test(value)).sort();
}

test('an undo that leaves nothing open has lost and doubled no value of the sheet’s owner', async () => {
  const histories = hardHistories(ALL.filter((edit) => edit !== 'copy'));
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const played = new PlayedHard(history);
      await played.play();
      const undone = await undoUnlessInDoubt(played);
      if (undone === 'inDoubt' || undone?.isLeft === true) return;
      expect(ownValues(played.run.grid)).toEqual(ownValues(played.shadow));
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
      expect(differences(played)).toEqual([]);
    }),
    { numRuns: times(100) },
  );
});
