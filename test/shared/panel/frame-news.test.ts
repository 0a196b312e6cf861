import { toDoubt, toNews } from '../../../shared/panel/frame-news';
import { UNKNOWN_KEY, type KeyState } from '../../../shared/panel/key-state';
import type { SpendingStatus } from '../../../shared/panel/protocol';
import { nextSpendingState, UNKNOWN_SPENDING, type SpendingState } from '../../../shared/panel/spending-state';

const STATUS: SpendingStatus = {
  policy: { mode: 'daily', limit: 500 },
  ownerLimit: null,
  formulasToday: 500,
  runsToday: 0,
  waiting: { cells: 3_000, credits: 3_000, isLeast: false },
};
const told = (fetching: number, cells: number) =>
  ({
    is: 'told',
    answer: { ok: true, value: { ...STATUS, fetching, waiting: { cells, credits: cells, isLeast: false } } },
  }) as const;

/** A person has let 3,000 cells fetch, and 1,200 are left. */
const FETCHING = [told(0, 3_000), { is: 'fetching' } as const, told(3_000, 0), told(1_200, 0)].reduce<SpendingState>(
  nextSpendingState,
  UNKNOWN_SPENDING,
);
const NOTHING = { keys: UNKNOWN_KEY, spending: UNKNOWN_SPENDING, restored: '', before: '', tab: 'enrich' } as const;

it('what is left of the cells that are fetched is said on every tab but the one that shows it', () => {
  expect([
    toNews({ ...NOTHING, spending: FETCHING }),
    toNews({ ...NOTHING, spending: FETCHING, tab: 'settings', restored: '1 formula is back.' }),
    toNews({ ...NOTHING, spending: FETCHING, tab: 'activity' }),
  ]).toEqual(['Fetching 3,000 cells… 1,200 left.', 'Fetching 3,000 cells… 1,200 left.', '']);
});

it('nothing is said of cells that calculate by themselves', () => {
  expect(toNews({ ...NOTHING, spending: nextSpendingState(UNKNOWN_SPENDING, told(12, 0)) })).toBe('');
});

it('a key that was saved is said to be, with why it may not work, but where keys are set', () => {
  const keys: KeyState = {
    key: { hasKey: true, masked: 'trace_…demo', keyClass: 'user', account: 'acc1', standing: 'untested' },
    ...{ errand: null, isReplacing: false, done: 'saved' },
    problem: { sentence: 'Trace could not be reached.', isOfField: false },
  };
  const before = 'Everything is removed.';
  expect({ news: toNews({ ...NOTHING, keys, before }), doubt: toDoubt(keys, 'enrich') }).toEqual({
    news: expect.stringContaining('Saved. '),
    doubt: 'Trace could not be reached.',
  });
  expect({ news: toNews({ ...NOTHING, keys, tab: 'settings' }), doubt: toDoubt(keys, 'settings') }).toEqual({
    news: '',
    doubt: '',
  });
  expect([toNews({ ...NOTHING, before }), toNews({ ...NOTHING, keys, before, tab: 'settings' })]).toEqual([before, '']);
});
