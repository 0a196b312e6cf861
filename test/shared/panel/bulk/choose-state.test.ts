import type { SelectedColumn } from '../../../../shared/bulk/plan/selection';
import { TraceError } from '../../../../shared/errors/trace-error';
import {
  isListable,
  isPlannable,
  nextChooseState,
  NOTHING_CHOSEN,
  type ChooseEvent,
  type ChooseState,
} from '../../../../shared/panel/bulk/choose-state';
import type { Planned } from '../../../../shared/panel/bulk/planned-run';

const column = (given: Partial<SelectedColumn>): SelectedColumn => ({
  ...{ area: { sheet: 's1', row: 0, rows: 3, column: 0, columns: 1 }, sheetName: 'Leads', column: 0, columns: [] },
  ...{
    triage: { header: null, rows: [] } as unknown as SelectedColumn['triage'],
    isWidened: false,
    isTitleAbove: false,
    merged: 0,
  },
  ...given,
});
const LOOKED = column({});
const looked = (of: SelectedColumn) => ({ is: 'column', of, areas: 1 }) as const;
const failed = (error: TraceError) => ({ is: 'failed', error }) as const;
const CHOICES = [{ adds: 'company', field: 'name' }] as const;
const after = (...events: readonly ChooseEvent[]): ChooseState => events.reduce(nextChooseState, NOTHING_CHOSEN);
const planned = (rows: readonly number[], most: number | null, cells = rows.length): Planned =>
  ({ plan: { targets: [{ column: 1 }], rows, cells }, price: { most } }) as unknown as Planned;
const READ: ChooseEvent = { is: 'selected', isAsked: true, looked: looked(LOOKED) };

test('nothing is worked out before companies and columns are chosen', () => {
  const choose: ChooseEvent = { is: 'set', settings: { choices: CHOICES } };
  expect([after(READ), after(choose), after(READ, choose)].map(isPlannable)).toEqual([false, false, true]);
});

test('overwriting is not worked out before it is agreed to', () => {
  const overwrite: ChooseEvent = {
    is: 'set',
    settings: { choices: CHOICES, where: 'sameTitles', mode: 'overwrite' },
  };
  const agree: ChooseEvent = { is: 'set', settings: { isOverwriteConfirmed: true } };
  expect([after(READ, overwrite), after(READ, overwrite, agree)].map(isPlannable)).toEqual([false, true]);
});

test('an agreement to overwrite lapses when it is no longer asked for', () => {
  const { settings } = after(
    { is: 'set', settings: { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } },
    { is: 'set', settings: { mode: 'onlyEmpty' } },
    { is: 'set', settings: { mode: 'overwrite' } },
  );
  expect(settings.isOverwriteConfirmed).toBe(false);
});

test('going back to new columns ends overwriting, which is not offered there', () => {
  const state = after(
    READ,
    {
      is: 'set',
      settings: { choices: CHOICES, where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true },
    },
    { is: 'set', settings: { where: 'newColumns' } },
  );
  expect([state.settings.mode, state.settings.isOverwriteConfirmed, isPlannable(state)]).toEqual([
    'onlyEmpty',
    false,
    true,
  ]);
});

test('what was worked out for other choices is not shown', () => {
  const before = after(READ, { is: 'set', settings: { choices: CHOICES } });
  const changed = nextChooseState(before, { is: 'set', settings: { choices: [] } });
  const late: ChooseEvent = {
    is: 'planned',
    of: before.settings,
    looks: 1,
    ended: { ok: true, value: planned([1], 1) },
  };
  expect(nextChooseState(changed, late).planned).toBeNull();
});

test('a selection that cannot be read says why', () => {
  const state = after({ is: 'selected', isAsked: true, looked: failed(new TraceError('selectionEmpty', {})) });
  expect([state.selected, state.problem]).toEqual([null, 'Nothing is selected. Select a column of domains.']);
});

test('who has only opened the panel is not blamed for a chart that is selected', () => {
  expect(after({ is: 'selected', isAsked: false, looked: { is: 'object' } }).problem).toBe('');
});

test('who has only opened the panel is not blamed for a selection that is empty, but told of any other problem', () => {
  const failing = (error: TraceError): string =>
    after({ is: 'selected', isAsked: false, looked: failed(error) }).problem;
  expect([failing(new TraceError('selectionEmpty', {})), failing(new TraceError('unreachable', {}))]).toEqual([
    '',
    'Trace could not be reached. Check your connection, then try again.',
  ]);
});

test('another selection is told of, and takes nothing away', () => {
  const state = after(READ, { is: 'set', settings: { choices: CHOICES } }, { is: 'otherSelected' });
  expect([state.isOtherSelected, state.selected, state.settings.choices]).toEqual([true, LOOKED, CHOICES]);
});

describe('a selection that moves', () => {
  const OTHER = column({ column: 4 });
  const CHOSEN: ChooseEvent = { is: 'set', settings: { choices: CHOICES } };
  const MOVED: ChooseEvent = { is: 'followed', looked: looked(OTHER) };

  test('is followed, and takes the chosen columns along', () => {
    const state = after(READ, CHOSEN, MOVED);
    expect([state.selected, state.settings.choices]).toEqual([OTHER, CHOICES]);
  });

  test.each<[string, ChooseEvent]>([
    ['a preview that was paid for', { is: 'previewed', ended: { ok: true, value: { rows: [], credits: 3 } } }],
    ['a preview under way', { is: 'asked', errand: 'previewing' }],
    ['a start under way', { is: 'asked', errand: 'agreeing' }],
    ['a limit that was set', { is: 'capped', cap: 5 }],
  ])('is not followed over %s', (_what, before) => {
    const state = after(READ, CHOSEN, before, MOVED);
    expect([state.selected, state.isOtherSelected]).toEqual([LOOKED, true]);
  });

  test('is not said to be read any more once it is not followed', () => {
    const reading = after(READ, CHOSEN, { is: 'asked', errand: 'looking' });
    expect(nextChooseState(reading, { is: 'otherSelected' }).errand).toBeNull();
    const capped = nextChooseState(reading, { is: 'capped', cap: 5 });
    expect(nextChooseState(capped, MOVED).errand).toBeNull();
  });

  test('does not overwrite other values than those that were agreed to', () => {
    const agreed = { choices: CHOICES, where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } as const;
    const { settings } = after(READ, { is: 'set', settings: agreed }, MOVED);
    expect([settings.mode, settings.isOverwriteConfirmed]).toEqual(['overwrite', false]);
  });

  test('gets no price that was worked out for the rows before', () => {
    const before = after(READ, CHOSEN);
    const late: ChooseEvent = {
      ...{ is: 'planned', of: before.settings, looks: 1 },
      ended: { ok: true, value: planned([1], 1) },
    };
    expect([MOVED, late].reduce(nextChooseState, before).planned).toBeNull();
  });

  test('keeps the price where it shows the same rows', () => {
    const before = after(READ, CHOSEN);
    const priced: ChooseEvent = {
      ...{ is: 'planned', of: before.settings, looks: 1 },
      ended: { ok: true, value: planned([1], 1) },
    };
    const same: ChooseEvent = { is: 'followed', looked: looked(column({})) };
    const state = [priced, same].reduce(nextChooseState, before);
    expect([state.planned?.price.most, state.looks]).toEqual([1, 1]);
  });

  test.each([
    ['a chart', { is: 'object' } as const, 'A chart or a picture is selected. Trace still uses this column.'],
    [
      'an empty cell',
      failed(new TraceError('selectionEmpty', {})),
      'The selected cells are empty. Trace still uses this column.',
    ],
    [
      '200,000 rows',
      failed(new TraceError('selectionTooLong', { rows: 200_000 })),
      '200,000 rows are selected, and the limit is 100,000. Select fewer rows. Trace still uses this column.',
    ],
  ])('to %s leaves what was read, and says so', (_what, to, aside) => {
    const state = after(READ, { is: 'followed', looked: to });
    expect([state.selected, state.aside, state.problem]).toEqual([LOOKED, aside, '']);
  });
});

test.each<[what: string, sheet: string, selected: SelectedColumn | null, aside: string]>([
  ['another sheet without domains ends what was read', 's2', null, 'No column of domains is on Notes.'],
  [
    'empty cells of the same sheet keep it',
    's1',
    LOOKED,
    'The selected cells are empty. Trace still uses this column.',
  ],
])('%s', (_what, sheet, selected, aside) => {
  const nothing = { ...failed(new TraceError('selectionEmpty', {})), sheet: { sheet, sheetName: 'Notes' } };
  const choose: ChooseEvent = { is: 'set', settings: { choices: CHOICES } };
  const state = after(READ, choose, { is: 'followed', looked: nothing });
  expect([state.selected, state.aside, state.problem, state.settings.choices]).toEqual([selected, aside, '', CHOICES]);
});

test('who asks for the selection of a chart is told to select a column', () => {
  const state = after({ is: 'selected', isAsked: true, looked: { is: 'object' } });
  expect(state.problem).toBe('A chart or a picture is selected. Select your column of company domains.');
});

describe('overwriting', () => {
  const OVERWRITE = { choices: CHOICES, where: 'sameTitles', mode: 'overwrite' } as const;
  const asking = after(READ, { is: 'set', settings: OVERWRITE });
  const listing = (column: number): ChooseEvent => ({
    ...{ is: 'listed', of: asking.settings, looks: 1 },
    ended: { ok: true, value: { choices: CHOICES, targets: [{ column, title: 'Sector', isNew: false }] } },
  });
  const planFor = (state: ChooseState, column: number): ChooseEvent => ({
    ...{ is: 'planned', of: state.settings, looks: 1 },
    ended: {
      ok: true,
      value: { plan: { targets: [{ column, title: 'Sector', isNew: false }] }, price: {} } as unknown as Planned,
    },
  });
  const AGREE: ChooseEvent = { is: 'set', settings: { isOverwriteConfirmed: true } };

  test('is priced for the columns that were listed before it was agreed to', () => {
    const agreed = [listing(2), AGREE].reduce(nextChooseState, asking);
    const state = nextChooseState(agreed, planFor(agreed, 2));
    expect([isListable(asking), state.planned === null, state.settings.isOverwriteConfirmed]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('has to be agreed to again where another column would be replaced', () => {
    const agreed = [listing(2), AGREE].reduce(nextChooseState, asking);
    const state = nextChooseState(agreed, planFor(agreed, 3));
    expect([state.planned, state.settings.isOverwriteConfirmed, state.problem]).toEqual([
      null,
      false,
      'The columns have changed. Check which values are replaced, then agree again.',
    ]);
  });

  test('lists its columns anew when others are chosen', () => {
    const listed = nextChooseState(asking, listing(2));
    expect(nextChooseState(listed, { is: 'set', settings: { choices: [] } }).listed).toBeNull();
  });
});

test('a limit that is cleared stays so where the price is unknown, and is the price again where it is known', () => {
  const priced = (most: number | null): ChooseState => {
    const before = after(READ, { is: 'set', settings: { choices: CHOICES } });
    return nextChooseState(before, {
      ...{ is: 'planned', of: before.settings, looks: 1, ended: { ok: true, value: planned([1], most) } },
    });
  };
  const cleared: ChooseEvent = { is: 'capped', cap: null };
  expect([nextChooseState(priced(null), cleared).cap, nextChooseState(priced(5), cleared).cap]).toEqual(['none', null]);
});

test('what a preview taught of the price is shown, and the preview stays', () => {
  const before = after(READ, { is: 'set', settings: { choices: CHOICES } });
  const of = planned([1], null);
  const shown = [
    { is: 'planned', of: before.settings, looks: 1, ended: { ok: true, value: of } },
    { is: 'previewed', ended: { ok: true, value: { rows: [], credits: 3 } } },
  ] as const;
  const previewed = shown.reduce<ChooseState>(nextChooseState, before);
  const priced = (value: Planned) => nextChooseState(previewed, { is: 'priced', of, ended: { ok: true, value } });
  const { planned: now, preview } = priced(planned([1], 4));
  expect([now?.price.most, now?.plan === of.plan, preview]).toEqual([4, true, { rows: [], credits: 3 }]);
  // The sheet has changed: the start says so.
  expect(priced(planned([2], 4)).planned).toBe(of);
});

test('a limit that is entered while cells are read holds for them, and an earlier one does not', () => {
  const asked: ChooseEvent = { is: 'asked', errand: 'looking' };
  const capped: ChooseEvent = { is: 'capped', cap: 5 };
  const unread: ChooseEvent = { is: 'selected', isAsked: true, looked: failed(new TraceError('selectionEmpty', {})) };
  const caps = [after(READ, asked, capped, READ), after(READ, capped, asked, READ), after(asked, capped, unread)];
  expect(caps.map(({ cap }) => cap)).toEqual([5, null, null]);
});
