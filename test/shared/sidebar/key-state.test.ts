import { nextKeyState, UNKNOWN_KEY, type KeyEvent, type KeyState } from '../../../shared/sidebar/key-state';
import { toStatusText } from '../../../shared/sidebar/key-text';
import type { KeyStatus } from '../../../shared/sidebar/protocol';

const SET: KeyStatus = { hasKey: true, masked: 'trace_…cdef', keyClass: 'user', account: '8f3a' };
const NONE: KeyStatus = { hasKey: false };
const refused = { ok: false, sentence: 'No.' } as const;

/** What the page shows after these events, from the beginning. */
function after(...events: readonly KeyEvent[]): KeyState {
  return events.reduce(nextKeyState, UNKNOWN_KEY);
}

const told = (key: KeyStatus): KeyEvent => ({ is: 'told', answer: { ok: true, value: key } });
const saved: KeyEvent = { is: 'saved', answer: { ok: true, value: SET } };

describe('a key', () => {
  it('is looked for at first', () => {
    expect([UNKNOWN_KEY.isBusy, toStatusText(UNKNOWN_KEY)]).toEqual([true, 'Looking for a key…']);
  });

  it('that is not set is said', () => {
    expect(toStatusText(after(told(NONE)))).toBe('No key is set.');
  });

  it('that is set is said with its class and account', () => {
    expect(toStatusText(after(told(SET)))).toBe('The key trace_…cdef is set (a personal key, account 8f3a…).');
  });

  it('of an organization is told from a personal one', () => {
    const key: KeyStatus = { ...SET, keyClass: 'organization' };
    expect(toStatusText(after(told(key)))).toContain('(an organization key, ');
  });

  it('that was saved is said to be', () => {
    expect(toStatusText(after(told(NONE), { is: 'asked' }, saved))).toMatch(/^Saved\. The key trace_…cdef is set/);
  });

  it('that the service takes is said to be taken', () => {
    const tested: KeyEvent = { is: 'tested', answer: { ok: true, value: null } };
    expect(toStatusText(after(told(SET), { is: 'asked' }, tested))).toMatch(/^Trace takes this key\. /);
  });

  it('that was forgotten is not set', () => {
    const forgotten: KeyEvent = { is: 'forgotten', answer: { ok: true, value: NONE } };
    expect(after(told(SET), { is: 'asked' }, forgotten)).toMatchObject({ key: NONE, done: null });
  });
});

describe('a problem', () => {
  it('with what was pasted belongs to the field, which stays', () => {
    const state = after(told(SET), { is: 'replacing' }, { is: 'asked' }, { is: 'saved', answer: refused });
    expect(state).toMatchObject({ key: SET, isReplacing: true, problem: { sentence: 'No.', isOfField: true } });
  });

  it.each(['told', 'forgotten', 'tested'] as const)('with anything else does not: %s', (is) => {
    expect(after(told(SET), { is, answer: refused })).toMatchObject({
      key: SET,
      problem: { sentence: 'No.', isOfField: false },
    });
  });

  it('leaves nothing to wait for', () => {
    expect(after({ is: 'told', answer: refused })).toMatchObject({ key: null, isBusy: false });
  });
});

describe('what was said before', () => {
  it.each([
    ['something else is asked for', { is: 'asked' }],
    ['a key is to be replaced', { is: 'replacing' }],
  ] as const)('is gone when %s', (_when, event) => {
    const withProblem = after(saved, { is: 'tested', answer: refused });
    expect([nextKeyState(withProblem, event), nextKeyState(after(saved), event)]).toEqual([
      expect.objectContaining({ done: null, problem: null }),
      expect.objectContaining({ done: null, problem: null }),
    ]);
  });
});

describe('replacing', () => {
  it('ends with the new key', () => {
    expect(after(told(SET), { is: 'replacing' }, saved).isReplacing).toBe(false);
  });

  it('can be cancelled', () => {
    expect(after(told(SET), { is: 'replacing' }, { is: 'cancelled' })).toEqual(after(told(SET)));
  });
});
