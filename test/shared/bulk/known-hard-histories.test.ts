import { differences, expectRestoredOrListed } from '../../fakes/hard-histories/differences';
import { closed, history, type HardHistory } from '../../fakes/hard-histories/hard-history';
import { PlayedHard } from '../../fakes/hard-histories/played-hard';

/** Counterexamples that were found once; each says what people did while the panel was closed, or before the undo. */

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
