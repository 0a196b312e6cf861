import { TraceError } from '../../../../../shared/errors/trace-error';
import {
  isListable,
  isPlannable,
  nextChooseState,
  isSameRun,
  type ChooseEvent,
  type ChooseState,
  type PlannedRun,
} from '../../../../../shared/panel/enrich/choose/choose-state';
import { after, CHOICES, failed, planned, READ } from '../choose-events';

describe('choose state', () => {
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
    expect({
      mode: state.settings.mode,
      isOverwriteConfirmed: state.settings.isOverwriteConfirmed,
      isPlannable: isPlannable(state),
    }).toEqual({ mode: 'onlyEmpty', isOverwriteConfirmed: false, isPlannable: true });
  });

  test('what was worked out for other choices is not shown', () => {
    const before = after(READ, { is: 'set', settings: { choices: CHOICES } });
    const changed = nextChooseState(before, { is: 'set', settings: { choices: [] } });
    const late: ChooseEvent = {
      is: 'planned',
      of: before.settings,
      readings: 1,
      ended: { ok: true, value: planned([1], 1) },
    };
    expect(nextChooseState(changed, late).planned).toBeNull();
  });

  describe('overwriting', () => {
    const OVERWRITE = { choices: CHOICES, where: 'sameTitles', mode: 'overwrite' } as const;
    const asking = after(READ, { is: 'set', settings: OVERWRITE });
    const listing = (column: number): ChooseEvent => ({
      ...{ is: 'listed', of: asking.settings, readings: 1 },
      ended: { ok: true, value: { choices: CHOICES, targets: [{ column, title: 'Sector', isNew: false }] } },
    });
    const planFor = (state: ChooseState, column: number): ChooseEvent => ({
      ...{ is: 'planned', of: state.settings, readings: 1 },
      ended: {
        ok: true,
        value: { plan: { targets: [{ column, title: 'Sector', isNew: false }] }, price: {} } as unknown as PlannedRun,
      },
    });
    const AGREE: ChooseEvent = { is: 'set', settings: { isOverwriteConfirmed: true } };

    test('is priced for the columns that were listed before it was agreed to', () => {
      const agreed = [listing(2), AGREE].reduce(nextChooseState, asking);
      const state = nextChooseState(agreed, planFor(agreed, 2));
      expect({
        isListable: isListable(asking),
        isUnplanned: state.planned === null,
        isOverwriteConfirmed: state.settings.isOverwriteConfirmed,
      }).toEqual({ isListable: true, isUnplanned: false, isOverwriteConfirmed: true });
    });

    test('has to be agreed to again where another column would be replaced', () => {
      const agreed = [listing(2), AGREE].reduce(nextChooseState, asking);
      const state = nextChooseState(agreed, planFor(agreed, 3));
      expect({
        planned: state.planned,
        isOverwriteConfirmed: state.settings.isOverwriteConfirmed,
        problem: state.problem,
      }).toEqual({
        planned: null,
        isOverwriteConfirmed: false,
        problem: 'The columns have changed. Check which values are replaced, then confirm.',
      });
    });

    test('lists its columns again when others are chosen', () => {
      const listed = nextChooseState(asking, listing(2));
      expect(nextChooseState(listed, { is: 'set', settings: { choices: [] } }).listed).toBeNull();
    });
  });

  test('a limit that is cleared stays so where the price is unknown, and is the price again where it is known', () => {
    const priced = (most: number | null): ChooseState => {
      const before = after(READ, { is: 'set', settings: { choices: CHOICES } });
      return nextChooseState(before, {
        ...{ is: 'planned', of: before.settings, readings: 1, ended: { ok: true, value: planned([1], most) } },
      });
    };
    const cleared: ChooseEvent = { is: 'capped', cap: null };
    expect([nextChooseState(priced(null), cleared).cap, nextChooseState(priced(5), cleared).cap]).toEqual([
      'none',
      null,
    ]);
  });

  test('a limit that is entered while cells are read holds for them, and an earlier one does not', () => {
    const asked: ChooseEvent = { is: 'asked', errand: 'reading' };
    const capped: ChooseEvent = { is: 'capped', cap: 5 };
    const unread: ChooseEvent = {
      is: 'selected',
      isAsked: true,
      reading: failed(new TraceError('selectionEmpty', {})),
    };
    const caps = [after(READ, asked, capped, READ), after(READ, capped, asked, READ), after(asked, capped, unread)];
    expect(caps.map(({ cap }) => cap)).toEqual([5, null, null]);
  });
});

describe('planned run', () => {
  const planned = (rows: readonly number[], most: number | null, cells = rows.length): PlannedRun =>
    ({ plan: { targets: [{ column: 1 }], rows, cells }, price: { most } }) as unknown as PlannedRun;

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
    expect([
      isSameRun(planned([1], 300), planned([1], null)),
      isSameRun(planned([1], null), planned([1], 300)),
    ]).toEqual([false, true]);
  });

  test('a run of unknown price is begun under its limit, as it was agreed to', () => {
    expect(isSameRun(planned([1], null), planned([1], null))).toBe(true);
  });
});
