import {
  nextSpendingState,
  shownOwnerLimit,
  shownPolicy,
  UNKNOWN_SPENDING,
  type SpendingEvent,
  type SpendingState,
} from '../../../../shared/panel/state/spending-state';
import type { PanelAnswer, SpendingStatus } from '../../../../shared/panel/protocol';

const STATUS: SpendingStatus = {
  policy: { mode: 'daily', limit: 200 },
  ownerLimit: null,
  formulasToday: 12,
  runsToday: 0,
  waiting: { cells: 0, credits: 0, isLeast: false },
};
const REFUSED = { ok: false, sentence: 'Google did not run this.' } as const;
const told = (facts: Partial<SpendingStatus> = {}): PanelAnswer<SpendingStatus> => ({
  ok: true,
  value: { ...STATUS, ...facts },
});
const after = (...events: readonly SpendingEvent[]): SpendingState =>
  events.reduce(nextSpendingState, UNKNOWN_SPENDING);

it('begins with nothing known', () => {
  expect({
    status: UNKNOWN_SPENDING.status,
    policy: shownPolicy(UNKNOWN_SPENDING),
    ownerLimit: shownOwnerLimit(UNKNOWN_SPENDING),
  }).toEqual({ status: null, policy: { mode: 'daily', limit: 500 }, ownerLimit: null });
});

it('knows of how many formulas some are left, until all have their answers', () => {
  const seen = [0, 300, 1_000, 400, 0, 20].map((fetching) => told({ fetching }));
  const states = seen.map((_answer, last) =>
    after(...seen.slice(0, last + 1).map((answer): SpendingEvent => ({ is: 'told', answer }))),
  );
  expect(states.map(({ mostLeft }) => mostLeft)).toEqual([0, 300, 1_000, 1_000, 0, 20]);
});

it.each<[string, readonly SpendingEvent[], number | null]>([
  ['the service has said', [{ is: 'told', answer: told({ creditsLeft: 7 }) }], 7],
  [
    'it says nothing more, and nothing was spent',
    [
      { is: 'told', answer: told({ creditsLeft: 7 }) },
      { is: 'told', answer: told() },
    ],
    7,
  ],
  [
    'something was spent since',
    [
      { is: 'told', answer: told({ creditsLeft: 7 }) },
      { is: 'told', answer: told({ runsToday: 1 }) },
    ],
    null,
  ],
  ['a key was set since', [{ is: 'told', answer: told({ creditsLeft: 7 }) }, { is: 'keyChanged' }], null],
  ['it has said nothing', [{ is: 'told', answer: told() }], null],
])('what is left where %s', (_where, events, left) => {
  expect(after(...events).left?.credits ?? null).toBe(left);
});

it('shows what the host tells', () => {
  const state = after({ is: 'told', answer: told({ ownerLimit: 50 }) });
  expect({
    formulasToday: state.status?.formulasToday,
    policy: shownPolicy(state),
    ownerLimit: shownOwnerLimit(state),
    dailyLimit: state.dailyLimit,
  }).toEqual({ formulasToday: 12, policy: { mode: 'daily', limit: 200 }, ownerLimit: 50, dailyLimit: 200 });
});

it('keeps the last daily limit for its field while another policy holds', () => {
  const freely = { mode: 'freely' } as const;
  const state = after(
    { is: 'told', answer: told() },
    { is: 'choosing', policy: freely },
    { is: 'saved', answer: told({ policy: freely }) },
  );
  expect({ policy: shownPolicy(state), dailyLimit: state.dailyLimit, done: state.done }).toEqual({
    policy: freely,
    dailyLimit: 200,
    done: { is: 'saved' },
  });
});

describe('a choice', () => {
  const onRequest = { mode: 'onRequest' } as const;

  it('is shown at once', () => {
    const state = after({ is: 'told', answer: told() }, { is: 'choosing', policy: onRequest });
    expect({ policy: shownPolicy(state), saves: state.saves }).toEqual({ policy: onRequest, saves: 1 });
  });

  it('that follows another is the one that counts, also while the first is answered', () => {
    const between = after(
      { is: 'told', answer: told() },
      { is: 'choosing', policy: { mode: 'freely' } },
      { is: 'choosing', policy: onRequest },
      { is: 'saved', answer: told({ policy: { mode: 'freely' } }) },
    );
    const end = nextSpendingState(between, { is: 'saved', answer: told({ policy: onRequest }) });
    expect({
      policyBetween: shownPolicy(between),
      doneBetween: between.done,
      policyAtEnd: shownPolicy(end),
      doneAtEnd: end.done,
    }).toEqual({ policyBetween: onRequest, doneBetween: null, policyAtEnd: onRequest, doneAtEnd: { is: 'saved' } });
  });

  it('that the host refuses is taken back, and why is said', () => {
    const state = after(
      { is: 'told', answer: told() },
      { is: 'choosing', policy: onRequest },
      { is: 'saved', answer: REFUSED },
    );
    expect({
      policy: shownPolicy(state),
      saves: state.saves,
      sentence: state.problem?.sentence,
      done: state.done,
    }).toEqual({ policy: { mode: 'daily', limit: 200 }, saves: 0, sentence: 'Google did not run this.', done: null });
  });

  it('of no limit of one’s own is shown although it is none', () => {
    const state = after({ is: 'told', answer: told({ ownerLimit: 50 }) }, { is: 'limiting', ownerLimit: null });
    expect(shownOwnerLimit(state)).toBeNull();
  });

  it('stays when the page looks again meanwhile', () => {
    const state = after(
      { is: 'told', answer: told() },
      { is: 'choosing', policy: { mode: 'daily', limit: 7 } },
      { is: 'told', answer: told({ formulasToday: 13 }) },
    );
    expect({
      policy: shownPolicy(state),
      dailyLimit: state.dailyLimit,
      formulasToday: state.status?.formulasToday,
    }).toEqual({ policy: { mode: 'daily', limit: 7 }, dailyLimit: 7, formulasToday: 13 });
  });
});

describe('a problem', () => {
  it('of looking is gone when looking succeeds', () => {
    const failed = after({ is: 'told', answer: REFUSED });
    const again = nextSpendingState(failed, { is: 'told', answer: told() });
    expect({ failed: failed.problem?.sentence, again: again.problem }).toEqual({
      failed: 'Google did not run this.',
      again: null,
    });
  });

  it('of a choice stays when looking succeeds', () => {
    const state = after(
      { is: 'told', answer: told() },
      { is: 'choosing', policy: { mode: 'freely' } },
      { is: 'saved', answer: REFUSED },
      { is: 'told', answer: told() },
    );
    expect(state.problem?.sentence).toBe('Google did not run this.');
  });
});

describe('fetching', () => {
  const waits = told({ waiting: { cells: 3, credits: 3, isLeast: false } });

  it('ends with what was done and what waits now', () => {
    const fetching = after({ is: 'told', answer: waits }, { is: 'fetching' });
    const end = nextSpendingState(fetching, {
      is: 'fetched',
      answer: { ok: true, value: { cells: 3, left: 0 } },
      status: told(),
      isAnswered: true,
    });
    expect({
      fetchingBefore: fetching.fetching,
      fetchingAfter: end.fetching,
      done: end.done,
      waiting: end.status?.waiting.cells,
    }).toEqual({
      fetchingBefore: 3,
      fetchingAfter: null,
      done: { is: 'fetched', cells: { cells: 3, left: 0 }, isAnswered: true },
      waiting: 0,
    });
  });

  it('that fails says why, and what waits stays', () => {
    const state = after(
      { is: 'told', answer: waits },
      { is: 'fetching' },
      { is: 'fetched', answer: REFUSED, status: REFUSED, isAnswered: true },
    );
    expect({
      fetching: state.fetching,
      problem: state.problem?.sentence,
      waitingCells: state.status?.waiting.cells,
    }).toEqual({ fetching: null, problem: 'Google did not run this.', waitingCells: 3 });
  });
});
