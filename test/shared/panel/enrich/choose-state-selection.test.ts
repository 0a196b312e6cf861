import type { SelectedColumn } from '../../../../shared/enrich/plan/selection';
import { TraceError } from '../../../../shared/errors/trace-error';
import { nextChooseState, type ChooseEvent } from '../../../../shared/panel/enrich/choose/choose-state';
import { after, CHOICES, column, failed, readingOf, LOOKED, planned, READ } from './choose-events';

test('a selection that cannot be read says why', () => {
  const state = after({ is: 'selected', isAsked: true, reading: failed(new TraceError('selectionEmpty', {})) });
  expect({ selected: state.selected, problem: state.problem }).toEqual({
    selected: null,
    problem: 'Nothing is selected. Select a column of domains.',
  });
});

test('who has only opened the panel is not blamed for a chart that is selected', () => {
  expect(after({ is: 'selected', isAsked: false, reading: { is: 'object' } }).problem).toBe('');
});

test('who has only opened the panel is not blamed for a selection that is empty, but told of any other problem', () => {
  const failing = (error: TraceError): string =>
    after({ is: 'selected', isAsked: false, reading: failed(error) }).problem;
  expect([failing(new TraceError('selectionEmpty', {})), failing(new TraceError('unreachable', {}))]).toEqual([
    '',
    'Trace could not be reached. Check your connection, then retry.',
  ]);
});

test('another selection is told of, and takes nothing away', () => {
  const state = after(READ, { is: 'set', settings: { choices: CHOICES } }, { is: 'otherSelected' });
  expect({ isOtherSelected: state.isOtherSelected, selected: state.selected, choices: state.settings.choices }).toEqual(
    { isOtherSelected: true, selected: LOOKED, choices: CHOICES },
  );
});

describe('a selection that moves', () => {
  const OTHER = column({ column: 4 });
  const CHOSEN: ChooseEvent = { is: 'set', settings: { choices: CHOICES } };
  const MOVED: ChooseEvent = { is: 'followed', reading: readingOf(OTHER) };

  test('is followed, and takes the chosen columns along', () => {
    const state = after(READ, CHOSEN, MOVED);
    expect({ selected: state.selected, choices: state.settings.choices }).toEqual({
      selected: OTHER,
      choices: CHOICES,
    });
  });

  test.each<[string, ...ChooseEvent[]]>([
    ['a start under way', { is: 'asked', errand: 'agreeing' }],
    ['a limit that was set', { is: 'capped', cap: 5 }],
  ])('is not followed over %s', (_what, ...before) => {
    const state = after(READ, CHOSEN, ...before, MOVED);
    expect({ selected: state.selected, isOtherSelected: state.isOtherSelected }).toEqual({
      selected: LOOKED,
      isOtherSelected: true,
    });
  });

  test('is not said to be read any more once it is not followed', () => {
    const reading = after(READ, CHOSEN, { is: 'asked', errand: 'reading' });
    expect(nextChooseState(reading, { is: 'otherSelected' }).errand).toBeNull();
    const capped = nextChooseState(reading, { is: 'capped', cap: 5 });
    expect(nextChooseState(capped, MOVED).errand).toBeNull();
  });

  test('does not overwrite other values than those that were agreed to', () => {
    const agreed = { choices: CHOICES, where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } as const;
    const { settings } = after(READ, { is: 'set', settings: agreed }, MOVED);
    expect({ mode: settings.mode, isOverwriteConfirmed: settings.isOverwriteConfirmed }).toEqual({
      mode: 'overwrite',
      isOverwriteConfirmed: false,
    });
  });

  test('gets no price that was worked out for the rows before', () => {
    const before = after(READ, CHOSEN);
    const late: ChooseEvent = {
      ...{ is: 'planned', of: before.settings, readings: 1 },
      ended: { ok: true, value: planned([1], 1) },
    };
    expect([MOVED, late].reduce(nextChooseState, before).planned).toBeNull();
  });

  test('keeps the price where it shows the same rows', () => {
    const before = after(READ, CHOSEN);
    const priced: ChooseEvent = {
      ...{ is: 'planned', of: before.settings, readings: 1 },
      ended: { ok: true, value: planned([1], 1) },
    };
    const same: ChooseEvent = { is: 'followed', reading: readingOf(column({})) };
    const state = [priced, same].reduce(nextChooseState, before);
    expect({ most: state.planned?.price.most, readings: state.readings }).toEqual({ most: 1, readings: 1 });
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
    const state = after(READ, { is: 'followed', reading: to });
    expect({ selected: state.selected, aside: state.aside, problem: state.problem }).toEqual({
      selected: LOOKED,
      aside,
      problem: '',
    });
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
  const state = after(READ, choose, { is: 'followed', reading: nothing });
  expect({
    selected: state.selected,
    aside: state.aside,
    problem: state.problem,
    choices: state.settings.choices,
  }).toEqual({ selected, aside, problem: '', choices: CHOICES });
});

test('who asks for the selection of a chart is told to select a column', () => {
  const state = after({ is: 'selected', isAsked: true, reading: { is: 'object' } });
  expect(state.problem).toBe('A chart or a picture is selected. Select your column of company domains.');
});
