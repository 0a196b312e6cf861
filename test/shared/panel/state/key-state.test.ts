import {
  nextKeyState,
  UNKNOWN_KEY,
  toStatusText,
  type KeyEvent,
  type KeyState,
} from '../../../../shared/panel/state/key-state';
import type { KeyVerdict, KeyStatus } from '../../../../shared/client/key';
import type { PanelAnswer } from '../../../../shared/panel/protocol';

const SET = {
  hasKey: true,
  masked: 'trace_…cdef',
  keyClass: 'user',
  account: '8f3a',
  standing: 'works',
} satisfies KeyStatus;
const UNTESTED: KeyStatus = { ...SET, standing: 'untested' };
const REFUSED: KeyStatus = { ...SET, standing: 'refused' };
const NONE: KeyStatus = { hasKey: false };
const refused = { ok: false, sentence: 'No.' } as const;

/** What the page shows after these events, from the beginning. */
function after(...events: readonly KeyEvent[]): KeyState {
  return events.reduce(nextKeyState, UNKNOWN_KEY);
}

const told = (key: KeyStatus): KeyEvent => ({ is: 'told', answer: { ok: true, value: key } });
const saved: KeyEvent = { is: 'saved', answer: { ok: true, value: SET }, doubt: null };
const savedOffline: KeyEvent = {
  is: 'saved',
  answer: { ok: true, value: UNTESTED },
  doubt: 'Trace could not be reached.',
};
const testedAs = (answer: PanelAnswer<KeyVerdict>, now: KeyStatus): KeyEvent => ({
  is: 'tested',
  answer,
  status: { ok: true, value: now },
});
const taken = { ok: true, value: { is: 'works' } } as const;
const found = (is: 'refused' | 'untested') =>
  ({ ok: true, value: { is, why: { code: 'unreachable', facts: {} } } }) as const;
const OFFLINE = 'Trace could not be reached. Check your connection, then retry.';

describe('a key', () => {
  it('is looked for at first', () => {
    expect({ errand: UNKNOWN_KEY.errand, statusText: toStatusText(UNKNOWN_KEY) }).toEqual({
      errand: 'checking',
      statusText: 'Checking for a key…',
    });
  });

  it('that is not set is said', () => {
    expect(toStatusText(after(told(NONE)))).toBe('No key is set.');
  });

  it('that is kept for another service is said to be', () => {
    expect(toStatusText(after(told({ hasKey: false, isForOther: true })))).toBe(
      'The key in this browser is for another service. Paste one for this service.',
    );
  });

  it('that the browser has not kept is said to be', () => {
    expect(toStatusText(after(told({ hasKey: false, isLost: true })))).toBe(
      'The browser did not keep your key. Paste it again. To keep it, allow cookies and site data for this page.',
    );
  });

  it('that is set is said with its class and account', () => {
    expect(toStatusText(after(told(SET)))).toBe('The key trace_…cdef is set (a personal key, account 8f3a…).');
  });

  it.each([
    [REFUSED, 'The key trace_…cdef was refused (a personal key, account 8f3a…).'],
    [UNTESTED, 'The key trace_…cdef is not tested yet (a personal key, account 8f3a…).'],
  ])('that is found again is said to be what it was found to be', (key, text) => {
    expect(toStatusText(after(told(key)))).toBe(text);
  });

  it('of an organization is told from a personal one', () => {
    const key: KeyStatus = { ...SET, keyClass: 'organization' };
    expect(toStatusText(after(told(key)))).toContain('(an organization key, ');
  });

  it('that was saved is said to be', () => {
    expect(toStatusText(after(told(NONE), { is: 'asked', errand: 'saving' }, saved))).toMatch(
      /^Saved\. The key trace_…cdef is set/,
    );
  });

  it('that the service takes is said to be taken', () => {
    const events = [told(SET), { is: 'asked', errand: 'testing' }, testedAs(taken, SET)] as const;
    expect(toStatusText(after(...events))).toMatch(/^This key works\. /);
  });

  it('that could not be tested when it was saved is not said to be set', () => {
    const state = after(told(NONE), { is: 'asked', errand: 'saving' }, savedOffline);
    expect({ statusText: toStatusText(state), key: state.key, problem: state.problem }).toEqual({
      statusText: 'Saved. The key trace_…cdef is not tested yet (a personal key, account 8f3a…).',
      key: UNTESTED,
      problem: { sentence: 'Trace could not be reached.', isOfField: false },
    });
  });

  it('that the service refuses in a test is not said to be set', () => {
    const state = after(told(SET), testedAs(found('refused'), REFUSED));
    expect({ statusText: toStatusText(state), problem: state.problem?.sentence }).toEqual({
      statusText: 'The key trace_…cdef was refused (a personal key, account 8f3a…).',
      problem: OFFLINE,
    });
  });

  it.each([
    ['set', saved, SET],
    ['untested', savedOffline, UNTESTED],
    ['refused', told(REFUSED), REFUSED],
  ] as const)('of which a test tells nothing stays %s', (_standing, event, key) => {
    expect(after(event, testedAs(found('untested'), key))).toMatchObject({ key, problem: { sentence: OFFLINE } });
  });

  it('that was not tested is set once a test goes well', () => {
    expect(after(savedOffline, testedAs(taken, SET))).toMatchObject({ key: SET, done: 'tested', problem: null });
  });

  it('is what the test has found even where that could not be kept, or could not be asked for again', () => {
    const forgetful = testedAs(found('refused'), SET);
    const silent: KeyEvent = { is: 'tested', answer: taken, status: refused };
    expect({ forgetful: after(told(SET), forgetful), silent: after(told(REFUSED), silent) }).toMatchObject({
      forgetful: { key: REFUSED },
      silent: { key: SET },
    });
  });

  it('that another window has set while one was tested is not taken for the one that works', () => {
    const other: KeyStatus = { ...UNTESTED, masked: 'trace_…9876' };
    const state = after(told(SET), testedAs(taken, other));
    expect(toStatusText(state)).toBe('The key trace_…9876 is not tested yet (a personal key, account 8f3a…).');
  });

  it('that another window has set meanwhile is the one that was tested', () => {
    const other: KeyStatus = { ...SET, masked: 'trace_…9876' };
    expect(toStatusText(after(told(SET), testedAs(taken, other)))).toContain('This key works. The key trace_…9876 is');
  });

  it('that another window has forgotten is not set, although a test of it was asked for', () => {
    expect(after(told(SET), testedAs(refused, NONE))).toMatchObject({ key: NONE, problem: { sentence: 'No.' } });
  });

  it('stays what it was known to be where a test tells nothing new', () => {
    const tested: KeyEvent = { is: 'tested', answer: refused, status: refused };
    expect(after(told(SET), tested).key).toEqual(SET);
  });

  it('that a formula finds refused is said to be, without being asked for', () => {
    const heard = (key: KeyStatus): KeyEvent => ({ is: 'heard', answer: { ok: true, value: key } });
    expect(toStatusText(after(saved, heard(REFUSED)))).toMatch(/^The key trace_…cdef was refused/);
    expect(after(saved, heard(SET))).toEqual(after(saved));
    expect(after(savedOffline, heard(SET))).toMatchObject({ key: SET, done: 'saved', problem: null });
  });

  it('is not spoken of while something else is waited for or typed, or where nothing is heard', () => {
    const heard: KeyEvent = { is: 'heard', answer: { ok: true, value: REFUSED } };
    const states = [after(told(SET), { is: 'asked', errand: 'testing' }), after(told(SET), { is: 'replacing' })];
    expect(states.map((state) => nextKeyState(state, heard))).toEqual(states);
    expect(after(saved, { is: 'heard', answer: refused })).toEqual(after(saved));
  });

  it('that was forgotten is not set', () => {
    const removed: KeyEvent = { is: 'told', answer: { ok: true, value: NONE } };
    expect(after(told(SET), { is: 'asked', errand: 'removing' }, removed)).toMatchObject({ key: NONE, done: null });
  });
});

describe('while something is waited for', () => {
  it.each([
    ['checking', 'Checking for a key…'],
    ['saving', 'Testing and saving the key…'],
    ['testing', 'Testing the key…'],
    ['removing', 'Removing the key…'],
  ] as const)('%s says %p', (errand, text) => {
    expect(toStatusText(after(told(SET), { is: 'asked', errand }))).toBe(text);
  });
});

describe('a problem', () => {
  it('with what was pasted belongs to the field, which stays', () => {
    const state = after(
      told(SET),
      { is: 'replacing' },
      { is: 'asked', errand: 'saving' },
      { is: 'saved', answer: refused, doubt: null },
    );
    expect(state).toMatchObject({ key: SET, isReplacing: true, problem: { sentence: 'No.', isOfField: true } });
  });

  it.each<KeyEvent>([{ is: 'told', answer: refused }, { is: 'told', answer: refused }, testedAs(refused, SET)])(
    'with anything else does not: $is',
    (event) => {
      expect(after(told(SET), event)).toMatchObject({
        key: SET,
        problem: { sentence: 'No.', isOfField: false },
      });
    },
  );

  it('leaves nothing to wait for', () => {
    expect(after({ is: 'told', answer: refused })).toMatchObject({ key: null, errand: null });
  });
});

describe('what was said before', () => {
  it.each([
    ['something else is asked for', { is: 'asked', errand: 'checking' }],
    ['a key is to be replaced', { is: 'replacing' }],
  ] as const)('is gone when %s', (_when, event) => {
    const withProblem = after(saved, testedAs(refused, SET));
    expect({ withProblem: nextKeyState(withProblem, event), afterSaved: nextKeyState(after(saved), event) }).toEqual({
      withProblem: expect.objectContaining({ done: null, problem: null }),
      afterSaved: expect.objectContaining({ done: null, problem: null }),
    });
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
