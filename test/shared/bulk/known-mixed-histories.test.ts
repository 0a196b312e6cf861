import { Crash } from '../../fakes/bulk-drive';
import { differences, expectRestoredOrListed } from '../../fakes/hard-histories/differences';
import { ADDS, closed, history } from '../../fakes/hard-histories/hard-history';
import { PlayedHard } from '../../fakes/hard-histories/played-hard';
import { closed as closedAt, companies, RunCase } from '../../fakes/run-case';

/** Counterexamples that were found once: rows whose answers are mixed up with the owner's values, or with those of other rows. */

test.each(['onlyEmpty', 'overwrite'] as const)(
  'a value of the owner’s that is the answer is asked about where its row may have taken the place of a blank one: %s',
  async (mode) => {
    const played = new PlayedHard(
      history({
        mode,
        companies: [1, 1, 3, 3, 1],
        ownsAnswers: true,
        edits: [{ at: 27, does: 'sort', row: 0, name: 8 }],
        closings: closed(45),
      }),
    );
    await played.play();
    const { isLeft, undecided } = (await played.undo())!;
    const ofOwner = played.run.grid.values().find(([id]) => id === '#2');
    expect({ isLeft, ofOwner }).toEqual({ isLeft: true, ofOwner: ['#2', 'company-3.example', 'Company 3', 'note 2'] });
    expect(undecided.some(({ row, column }) => row === 5 && column === 2)).toBe(true);
  },
);

test('such a value is asked about where the run was cut off before its first write, and never went on', async () => {
  const played = new PlayedHard(
    history({
      mode: 'overwrite',
      companies: [2, 1, 1, 2, 1],
      ownsAnswers: true,
      edits: [{ at: 27, does: 'sort', row: 0, name: 8 }],
      faults: ['none', 'rate limited'],
      closings: [{ after: 45, isForgotten: true, days: 0 }],
    }),
  );
  await played.play();
  const { isLeft, undecided } = (await played.undo())!;
  expect({ isLeft, undecided, left: differences(played) }).toEqual({
    isLeft: true,
    undecided: [{ row: 5, column: 2, value: '' }],
    left: [],
  });
});

test('a status that stayed beside no input, while its input moved to another one, is listed', async () => {
  const played = new PlayedHard(
    history({
      companies: [0, 0],
      areMails: true,
      adds: 'status',
      edits: [
        { at: 28, does: 'shiftInputs', row: 0, name: 6 },
        { at: 27, does: 'copy', row: 7, name: 6 },
      ],
    }),
  );
  await played.play();
  const { isLeft, missing } = (await played.undo())!;
  expect({ isLeft, missing, status: played.run.grid.values()[1] }).toEqual({
    isLeft: true,
    missing: [1],
    status: ['#0', '', '', 'note 0', 'skipped: free email address'],
  });
});

test.each([
  ['of the same input', false, 45],
  ['of another input', true, 44],
])(
  'an answer that inputs have left is not written over where another row of its company shows the same: %s',
  async (_which, areMails, at) => {
    const played = new PlayedHard(
      history({
        companies: [1, 3, 2, 2],
        areMails,
        limit: 3,
        mode: 'overwrite',
        edits: [{ at, does: 'shiftInputs', row: 0, name: 6 }],
        faults: ['half of it'],
        closings: closed(at - 1),
      }),
    );
    await played.play();
    const undone = await played.undo();
    expectRestoredOrListed(played, undone, 1);
    expect(undone!.isLeft).toBe(true);
  },
);

test('an answer that has gone astray is not written over where rows were sorted besides', async () => {
  const played = new PlayedHard(
    history({
      companies: [2, 1, 1, 1],
      areMails: true,
      limit: 2,
      mode: 'overwrite',
      edits: [
        { at: 44, does: 'sort', row: 0, name: 8 },
        { at: 44, does: 'shiftInputs', row: 0, name: 6 },
      ],
      faults: ['half of it'],
      closings: closed(43),
    }),
  );
  await played.play();
  const undone = await played.undo();
  expectRestoredOrListed(played, undone, 1);
  expect(undone!.isLeft).toBe(true);
});

test('a status that another row has too does not keep the one beside an input that has moved', async () => {
  const run = new RunCase([['domain'], ...companies(4)]);
  await run.run({ adds: ADDS.status });
  run.grid.rows[1]![0]!.value = '';
  run.grid.rows.push(...run.grid.rows.splice(1, 1));
  const { missing } = await run.undo();
  expect(run.grid.values().slice(1)).toEqual([
    ['company-2.example', '', ''],
    ['company-3.example', '', ''],
    ['company-4.example', '', ''],
    ['', 'Company 1', 'found'],
  ]);
  expect(missing).toEqual([1]);
});

test.each([
  ['that is to be filled', [1, 2, 1, 2]],
  ['that was filled before', [1, 2, 5, 5]],
])('an answer beside a company %s is listed where inputs and rows were both sorted', async (_name, rows) => {
  const played = new PlayedHard(
    history({
      companies: rows,
      limit: 1,
      edits: [
        { at: 45, does: 'sortInputs', row: 0, name: 6 },
        { at: 45, does: 'sort', row: 0, name: 8 },
      ],
      closings: closed(44),
    }),
  );
  await played.play();
  const undone = await played.undo();
  expect(undone).toMatchObject({ isLeft: true });
  expectRestoredOrListed(played, undone, 1);
});

test('in Overwrite, too, an answer beside another company is listed where inputs and rows were both sorted', async () => {
  const played = new PlayedHard(
    history({
      companies: [1, 2, 1, 1, 2, 1, 1],
      areMails: true,
      mode: 'overwrite',
      limit: 1,
      edits: [
        { at: 44, does: 'sort', row: 0, name: 9 },
        { at: 44, does: 'sortInputs', row: 0, name: 6 },
      ],
      closings: closed(43),
    }),
  );
  await played.play();
  const undone = await played.undo();
  expectRestoredOrListed(played, undone, 1);
});

test.each([
  ['after the run', 130, []],
  ['while it was cut off', 45, [20, 41]],
])('a value of the owner’s is asked about where a row of the same input was deleted %s', async (_name, at, cuts) => {
  const played = new PlayedHard(
    history({
      companies: cuts.length === 0 ? [1, 3, 3] : [3, 3, 3, 1],
      ownsAnswers: true,
      edits: [{ at, does: 'delete', row: cuts.length === 0 ? 1 : 0, name: 6 }],
      closings: cuts.flatMap((after) => closed(after)),
    }),
  );
  await played.play();
  const { undecided } = (await played.undo())!;
  const ofOwner = played.run.grid.values().find(([id]) => id === '#2');
  expect(ofOwner).toEqual(['#2', 'company-3.example', 'Company 3', 'note 2']);
  expect(undecided.some(({ row, column }) => row === 2 && column === 2)).toBe(true);
});

test('a value that somebody types keeps no more than one row of a run that was cut off from being filled', async () => {
  const run = new RunCase([['domain', 'Country'], ...companies(1003).map((cells) => [...cells, ''])]);
  run.before = (step) => closedAt(step, 'write');
  const adds = [{ adds: 'company', field: 'country' }] as const;
  await expect(run.run({ adds, where: 'sameTitles' })).rejects.toThrow(Crash);
  run.before = () => undefined;
  run.grid.at(1003, 1).value = 'United States';
  const { summary } = await run.resume({ limit: 5_000 });
  expect(summary.unplaced).toBeLessThanOrEqual(1);
});
