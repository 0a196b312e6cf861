import { differences, expectRestoredOrListed } from '../../fakes/hard-histories/differences';
import { ADDS, type HardHistory } from '../../fakes/hard-histories/hard-history';
import { PlayedHard } from '../../fakes/hard-histories/played-hard';
import { companies, RunCase } from '../../fakes/run-case';

/** Counterexamples that were found once; each says what people did while the panel was closed, or before the undo. */

const history = (given: Partial<HardHistory>): HardHistory => ({
  companies: [1],
  areMails: false,
  mode: 'onlyEmpty',
  adds: 'name',
  limit: null,
  edits: [],
  faults: [],
  closings: [],
  ...given,
});

const closed = (after: number): HardHistory['closings'] => [{ after, isForgotten: false, days: 0 }];

/** Of two rows that look the same, one is the user's and may not be touched. */
const ASTRAY: readonly (readonly [what: string, history: HardHistory])[] = [
  [
    'inputs were sorted alone, and rows of one company took each other’s places',
    history({
      companies: [1, 1, 2],
      limit: 1,
      edits: [{ at: 46, does: 'sortInputs', row: 0, name: 6 }],
      closings: closed(45),
    }),
  ],
  [
    'inputs were sorted alone, and the next row would be written over',
    history({
      companies: [1, 2],
      limit: 2,
      mode: 'overwrite',
      edits: [{ at: 45, does: 'sortInputs', row: 0, name: 6 }],
      faults: ['half of it'],
      closings: closed(44),
    }),
  ],
  [
    'rows of one company were sorted, and a filled one took the place of one that has been written',
    history({
      companies: [1, 1, 1, 1],
      limit: 1,
      edits: [{ at: 46, does: 'sort', row: 0, name: 8 }],
      closings: closed(45),
    }),
  ],
  [
    'a row was inserted above, and inputs were sorted alone',
    history({
      companies: [1, 2],
      limit: 1,
      edits: [
        { at: 45, does: 'sortInputs', row: 0, name: 6 },
        { at: 45, does: 'insert', row: 0, name: 6 },
      ],
      closings: closed(44),
    }),
  ],
  [
    'inputs were shifted by one, and the next row has the same answer',
    history({
      companies: [1, 1],
      areMails: true,
      limit: 1,
      edits: [{ at: 45, does: 'shiftInputs', row: 0, name: 6 }],
      closings: closed(44),
    }),
  ],
  [
    'inputs were shifted by one, and a deleted row made up for it: the status of a row without a company',
    history({
      companies: [1, 0],
      adds: 'status',
      limit: 0,
      edits: [
        { at: 34, does: 'shiftInputs', row: 0, name: 6 },
        { at: 34, does: 'delete', row: 0, name: 6 },
      ],
      closings: closed(33),
    }),
  ],
  [
    'a row was deleted, and inputs that were shifted by one made up for it: an answer over the owner’s value',
    history({
      companies: [0, 1, 2],
      limit: 2,
      mode: 'overwrite',
      edits: [
        { at: 45, does: 'delete', row: 0, name: 6 },
        { at: 45, does: 'shiftInputs', row: 1, name: 6 },
      ],
      closings: closed(44),
    }),
  ],
];

test.each(ASTRAY)('an answer that stands beside another row is listed by undo: %s', async (_what, hard) => {
  const played = new PlayedHard(hard);
  await played.play();
  const undone = await played.undo();
  const left = differences(played);
  expect({ isLeft: undone!.isLeft, hasDifferences: left.length > 0 }).toEqual({ isLeft: true, hasDifferences: true });
  expect(undone!.missing.length + undone!.edited.length).toBeGreaterThanOrEqual(left.length);
});

test('a copy is not taken for its row because the row above was seen before a shift', async () => {
  const played = new PlayedHard(
    history({
      companies: [1, 1, 2, 1],
      areMails: true,
      edits: [
        { at: 1, does: 'sortInputs', row: 0, name: 6 },
        { at: 32, does: 'shiftInputs', row: 0, name: 6 },
        { at: 72, does: 'copy', row: 4, name: 6 },
      ],
    }),
  );
  await played.play();
  const undone = await played.undo();
  const left = differences(played).map(({ id, is }) => [id, is]);
  expect({ isLeft: undone!.isLeft, differences: left }).toEqual({
    isLeft: false,
    differences: [['copy 4 6 72', 'Company 1']],
  });
});

test('a status that was about to be replaced is the run’s own still', async () => {
  const played = new PlayedHard(
    history({
      companies: [0, 2, 0, 3, 1],
      areMails: true,
      adds: 'status',
      limit: 2,
      edits: [{ at: 1, does: 'insert', row: 0, name: 6 }],
      faults: ['none', 'half of it', 'malformed'],
      closings: [
        { after: 48, isForgotten: true, days: 0 },
        { after: 43, isForgotten: false, days: 0 },
        { after: 46, isForgotten: false, days: 0 },
      ],
    }),
  );
  await played.play();
  expect(played.run.grid.values()[5]).toEqual(['#3', 'p3@company-3.example', 'Company 3', 'note 3', 'found']);
  const undone = await played.undo();
  expect({ isLeft: undone!.isLeft, differences: differences(played) }).toEqual({ isLeft: false, differences: [] });
});

test('no status is written over one whose input was moved away, beside a company that is filled already', async () => {
  const played = new PlayedHard(
    history({
      companies: [1, 0, 1],
      areMails: true,
      adds: 'status',
      mode: 'overwrite',
      limit: 0,
      edits: [
        { at: 37, does: 'sortInputs', row: 0, name: 6 },
        { at: 1, does: 'insert', row: 0, name: 6 },
      ],
      closings: closed(36),
    }),
  );
  await played.play();
  const undone = await played.undo();
  expectRestoredOrListed(played, undone, 2);
  expect(undone!.isLeft).toBe(true);
});

test('a status stays the run’s own where a column was inserted right before it is read again', async () => {
  const played = new PlayedHard(
    history({
      adds: 'status',
      limit: 1,
      edits: [{ at: 60, does: 'insertColumn', row: 0, name: 7 }],
      closings: closed(44),
    }),
  );
  await played.play();
  expect(played.run.grid.values()[1]).toEqual(['#0', 'company-1.example', 'Company 1', '', 'note 0', 'found']);
  const undone = await played.undo();
  expect({ isLeft: undone!.isLeft, differences: differences(played) }).toEqual({ isLeft: false, differences: [] });
});

test.each([
  [
    'rows of one company were sorted',
    history({
      companies: [1, 1, 2, 2, 1, 2],
      edits: [
        { at: 32, does: 'sort', row: 0, name: 8 },
        { at: 1, does: 'delete', row: 7, name: 6 },
      ],
    }),
    // Left to the user, since one of them had another format before.
    [true, 2, ['Company 1', 'Company 1']],
  ],
  [
    'inputs were shifted by one',
    history({
      companies: [0, 1],
      adds: 'status',
      edits: [
        { at: 26, does: 'delete', row: 0, name: 6 },
        { at: 26, does: 'shiftInputs', row: 0, name: 6 },
      ],
    }),
    [false, 0, []],
  ],
])('no cell gets the format of another one that was as blank, where %s before the write', async (_what, hard, left) => {
  const played = new PlayedHard(hard);
  await played.play();
  const { isLeft, undecided } = (await played.undo())!;
  expect([isLeft, undecided.length, differences(played).map(({ is }) => is)]).toEqual(left);
});

test.each([
  ['a format', history({ companies: [3, 3], areMails: true, limit: 1 }), 67, [{ id: '#0', is: '', was: '' }]],
  [
    'a value',
    history({ companies: [3, 1, 3], areMails: true, limit: 1, mode: 'overwrite' }),
    68,
    [
      { id: '#0', is: 'mine 2', was: '' },
      { id: '#2', is: '', was: 'mine 2' },
    ],
  ],
])(
  'where inputs were sorted alone, and one was edited after, %s goes with its input',
  async (_what, hard, at, left) => {
    const edits: HardHistory['edits'] = [
      { at: 45, does: 'sortInputs', row: 0, name: 6 },
      { at, does: 'editInput', row: 0, name: 6 },
    ];
    const played = new PlayedHard({ ...hard, edits, closings: closed(44) });
    await played.play();
    const undone = await played.undo();
    expect(differences(played)).toMatchObject(left);
    expectRestoredOrListed(played, undone, 1);
  },
);

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
