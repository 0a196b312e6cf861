import type { SelectedColumn } from '../../../../shared/bulk/plan/selection';
import { TraceError } from '../../../../shared/errors/trace-error';
import {
  isPlannable,
  isSameRun,
  nextChooseState,
  NOTHING_CHOSEN,
  type ChooseEvent,
  type ChooseState,
  type Planned,
} from '../../../../shared/panel/bulk/choose-state';

const LOOKED = { column: 0 } as SelectedColumn;
const CHOICES = [{ adds: 'company', field: 'name' }] as const;
const after = (...events: readonly ChooseEvent[]): ChooseState => events.reduce(nextChooseState, NOTHING_CHOSEN);
const planned = (rows: readonly number[], most: number | null, cells = rows.length): Planned =>
  ({ plan: { targets: [{ column: 1 }], rows, cells }, price: { most } }) as unknown as Planned;
const READ: ChooseEvent = { is: 'selected', isAsked: true, ended: { ok: true, value: LOOKED } };

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
  const late: ChooseEvent = { is: 'planned', of: before.settings, ended: { ok: true, value: planned([1], 1) } };
  expect(nextChooseState(changed, late).planned).toBeNull();
});

test('a selection that cannot be read says why', () => {
  const ended = { ok: false, error: new TraceError('selectionEmpty', {}) } as const;
  const state = after({ is: 'selected', isAsked: true, ended });
  expect([state.selected, state.problem]).toEqual([null, 'Nothing is selected. Select a column of domains.']);
});

test('who has only opened the panel is not blamed for a selection that is empty, but told of any other problem', () => {
  const failing = (error: TraceError): string =>
    after({ is: 'selected', isAsked: false, ended: { ok: false, error } }).problem;
  expect([failing(new TraceError('selectionEmpty', {})), failing(new TraceError('unreachable', {}))]).toEqual([
    '',
    'Trace could not be reached. Check your connection, then try again.',
  ]);
});

test('another selection is told of, and takes nothing away', () => {
  const state = after(READ, { is: 'set', settings: { choices: CHOICES } }, { is: 'otherSelected' });
  expect([state.isOtherSelected, state.selected, state.settings.choices]).toEqual([true, LOOKED, CHOICES]);
});

test.each([
  ['the same', planned([1, 2], 2), true],
  ['cheaper', planned([1, 2], 1), true],
  ['dearer', planned([1, 2], 3), false],
  ['of other rows', planned([1, 3], 2), false],
  ['of more cells', planned([1, 2], 2, 4), false],
])('a run that has become %s is begun: only where it is no worse', (_what, again, isSame) => {
  expect(isSameRun(planned([1, 2], 2), again)).toBe(isSame);
});

test('a run whose price has become unknown is not the one that was agreed to', () => {
  expect([isSameRun(planned([1], 300), planned([1], null)), isSameRun(planned([1], null), planned([1], 300))]).toEqual([
    false,
    true,
  ]);
});

test('a run of unknown price is begun under its limit, as it was agreed to', () => {
  expect(isSameRun(planned([1], null), planned([1], null))).toBe(true);
});
