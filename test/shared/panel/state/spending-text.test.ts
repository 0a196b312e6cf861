import { UNKNOWN_SPENDING, type SpendingState } from '../../../../shared/panel/state/spending-state';
import {
  toFetchedText,
  toFetchLabel,
  toFormulasText,
  toLeftText,
  toOwnerLimitText,
  toReasonText,
  toRunsText,
  toSavedText,
  toTodayText,
  toWaitingText,
} from '../../../../shared/panel/state/spending-text';
import type { SpendingStatus } from '../../../../shared/panel/protocol';

const status = (facts: Partial<SpendingStatus>): SpendingStatus => ({
  policy: { mode: 'freely' },
  ownerLimit: null,
  formulasToday: 0,
  runsToday: 0,
  waiting: { cells: 0, credits: 0, isLeast: false },
  ...facts,
});
const state = (facts: Partial<SpendingState>): SpendingState => ({ ...UNKNOWN_SPENDING, ...facts });

it.each([
  [{ mode: 'freely' }, 0, '0 credits'],
  [{ mode: 'onRequest' }, 1, '1 credit'],
  [{ mode: 'daily', limit: 500 }, 12, '12 of 500 credits'],
  [{ mode: 'daily', limit: 1 }, 0, '0 of 1 credit'],
  [{ mode: 'daily', limit: 1_000 }, 1_240, '1,240 credits; the limit is 1,000'],
] as const)('%j and %p credits spent: %s', (policy, formulasToday, text) => {
  expect(toFormulasText(status({ policy, formulasToday }))).toBe(text);
});

it('tells what runs spent', () => {
  expect(toRunsText(status({ runsToday: 3_500 }))).toBe('3,500 credits');
});

it('adds up what formulas and enrichments spent today', () => {
  expect(toTodayText(status({ formulasToday: 12, runsToday: 1_988 }))).toBe('2,000 spent today');
});

it('tells what is left', () => {
  expect(toLeftText(1_200)).toBe('1,200 left');
});

it.each([
  [0, 0, 'No cells are waiting.'],
  [1, 1, '1 cell is waiting: up to 1 credit.'],
  [1_200, 2_400, '1,200 cells are waiting: up to 2,400 credits.'],
  [2, 0, '2 cells are waiting: free.'],
])('%p cells that wait for %p credits: %s', (cells, credits, text) => {
  expect(toWaitingText(status({ waiting: { cells, credits, isLeast: false } }))).toBe(text);
});

it.each([
  [{ mode: 'daily', limit: 500 }, null, 499, 'The daily limit of 500 credits is reached.'],
  [{ mode: 'onRequest' }, null, 0, 'Formulas wait for your approval.'],
  [{ mode: 'onRequest' }, 3, 2, 'Formulas wait for your approval.'],
  [{ mode: 'freely' }, 3, 3, 'Your own daily limit is reached.'],
  [{ mode: 'freely' }, null, 0, 'Formulas could not fetch these.'],
] as const)(
  'why cells wait under %j, an own limit of %p and %p spent: %s',
  (policy, ownerLimit, formulasToday, text) => {
    expect(toReasonText(status({ policy, ownerLimit, formulasToday }))).toBe(text);
  },
);

it.each([
  [1, 'Fetch 5 cells (up to 1 credit)'],
  [1_200, 'Fetch 5 cells (up to 1,200 credits)'],
  [0, 'Fetch 5 cells (free)'],
])('the button for %p credits: %s', (credits, text) => {
  expect(toFetchLabel(status({ waiting: { cells: 5, credits, isLeast: false } }))).toBe(text);
});

it.each([
  [null, 90, 3, ''],
  [100, 90, 3, ''],
  [100, 100, 0, ''],
  [100, 100, 3, 'Your own limit of 100 credits a day is reached. If this file is yours, raise it to fetch more today.'],
])('an own limit of %p, %p spent, %p cells waiting: %p', (ownerLimit, formulasToday, cells, text) => {
  expect(
    toOwnerLimitText(status({ ownerLimit, formulasToday, waiting: { cells, credits: cells, isLeast: false } })),
  ).toBe(text);
});

it.each([
  [state({}), ''],
  [state({ saves: 2 }), 'Saving…'],
  [state({ done: { is: 'saved' } }), 'Saved.'],
  [state({ done: { is: 'fetched', cells: { cells: 3, left: 0 }, isAnswered: true } }), ''],
])('what was saved, case %#: %2$s', (given, text) => {
  expect(toSavedText(given)).toBe(text);
});

it.each([
  [state({}), ''],
  [state({ fetching: 3 }), 'Fetching 3 cells…'],
  [state({ fetching: 3_000, status: status({ fetching: 3_000 }) }), 'Fetching 3,000 cells… 3,000 left.'],
  [state({ fetching: 3_000, status: status({ fetching: 1_200 }) }), 'Fetching 3,000 cells… 1,200 left.'],
  [state({ fetching: 3_000, status: status({ fetching: 0 }) }), 'Fetching 3,000 cells…'],
  [state({ mostLeft: 3_000, status: status({ fetching: 1_200 }) }), 'Fetching 3,000 cells… 1,200 left.'],
  [state({ mostLeft: 1, status: status({ fetching: 1 }) }), 'Fetching 1 cell… 1 left.'],
  [
    state({
      mostLeft: 2,
      status: status({ fetching: 2 }),
      done: { is: 'fetched', cells: { cells: 1, left: 0 }, isAnswered: false },
    }),
    'Fetching 2 cells… 2 left.',
  ],
  [state({ done: { is: 'saved' } }), ''],
  [
    state({ done: { is: 'fetched', cells: { cells: 0, left: 0 }, isAnswered: true } }),
    'No cells are waiting any more.',
  ],
  [state({ done: { is: 'fetched', cells: { cells: 3, left: 0 }, isAnswered: true } }), '3 formulas recalculated.'],
  [
    state({ done: { is: 'fetched', cells: { cells: 1, left: 0 }, isAnswered: false } }),
    '1 formula recalculated. Answers appear as they come.',
  ],
  [
    state({ done: { is: 'fetched', cells: { cells: 1_000, left: 1 }, isAnswered: true } }),
    '1,000 formulas recalculated; 1 left. Fetch the rest once these have their answers.',
  ],
  [
    state({ done: { is: 'fetched', cells: { cells: 0, left: 2 }, isAnswered: true } }),
    '2 formulas were not recalculated: just edited, or too long. To recalculate, press F2, then Enter in the cell.',
  ],
])('what was fetched, case %#: %2$s', (given, text) => {
  expect(toFetchedText(given)).toBe(text);
});

it('if partners wait, the price is unknown: the user sets it', () => {
  const waiting = { cells: 2, credits: 2, isLeast: true };
  expect([
    toWaitingText(status({ waiting })),
    ...[null, 1, 1_200].map((limit) => toFetchLabel(status({ waiting }), limit)),
  ]).toEqual([
    '2 cells are waiting. Each partner costs 1 credit, and their number is only known after paying.',
    'Fetch 2 cells',
    'Fetch 2 cells (up to 1 credit)',
    'Fetch 2 cells (up to 1,200 credits)',
  ]);
});
