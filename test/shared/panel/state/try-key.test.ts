import type { KeyVerdict, KeyStatus } from '../../../../shared/client/key';
import type { Ask, PanelAnswer } from '../../../../shared/panel/protocol';
import { saveKey, testKey } from '../../../../shared/panel/state/try-key';

const SET: KeyStatus = { hasKey: true, masked: 'trace_…cdef', keyClass: 'user', account: '8f3a', standing: 'works' };
const answered = { ok: true, value: SET } as const;
const OFFLINE = 'Trace could not be reached. Check your connection, then retry.';
const WORKS = { ok: true, value: { is: 'works' } } as const;

/** A host that says so of every key, and notes what it is asked. `null`: it never answers. */
function hostThatSays(verdict: PanelAnswer<KeyVerdict> | null) {
  const asked: unknown[] = [];
  const ask = ((message: string, ...args: unknown[]) => {
    asked.push([message, ...args]);
    if (message !== 'tryKey' && message !== 'testKey') return Promise.resolve(answered);
    return verdict === null ? new Promise(() => undefined) : Promise.resolve(verdict);
  }) as Ask;
  return { ask, asked };
}

it('a key that works is set', async () => {
  const { ask, asked } = hostThatSays(WORKS);
  expect(await saveKey(ask, 'trace_a', 'sameAccount')).toEqual({ is: 'saved', answer: answered, doubt: null });
  expect(asked).toEqual([
    ['tryKey', 'trace_a'],
    ['setKey', 'trace_a', 'sameAccount', 'works'],
  ]);
});

it('a key that the service refuses is not set', async () => {
  const { ask, asked } = hostThatSays({ ok: true, value: { is: 'refused', why: { code: 'keyRefused', facts: {} } } });
  expect(await saveKey(ask, 'trace_a', 'sameAccount')).toEqual({
    is: 'saved',
    answer: {
      ok: false,
      sentence:
        'Trace refused the API key: it is wrong, revoked or expired. Copy yours at app.tracedata.ai, under Settings > API Key.',
    },
    doubt: null,
  });
  expect(asked).toEqual([['tryKey', 'trace_a']]);
});

it.each<readonly [string, PanelAnswer<KeyVerdict>]>([
  ['the service cannot be reached', { ok: true, value: { is: 'untested', why: { code: 'unreachable', facts: {} } } }],
  ['the host cannot ask', { ok: false, sentence: OFFLINE }],
])('a key is set, with a doubt, where %s', async (_name, verdict) => {
  const { ask, asked } = hostThatSays(verdict);
  expect(await saveKey(ask, 'trace_a', 'anotherAccount')).toEqual({ is: 'saved', answer: answered, doubt: OFFLINE });
  expect(asked.at(-1)).toEqual(['setKey', 'trace_a', 'anotherAccount', 'untested']);
});

it('a test is over before it is asked what is known of the key', async () => {
  const asked: string[] = [];
  let isTested = false;
  const ask = (async (message: string) => {
    asked.push(`${message} ${isTested}`);
    await Promise.resolve();
    isTested ||= message === 'testKey';
    return message === 'testKey' ? WORKS : answered;
  }) as Ask;
  expect(await testKey(ask)).toEqual({ is: 'tested', answer: WORKS, status: answered });
  expect(asked).toEqual(['testKey false', 'keyStatus true']);
});

describe('where the service hangs', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const LATE = 'Trace took too long. Wait a minute, then retry.';

  it('a key is set after half a minute at most, with a doubt', async () => {
    const { ask } = hostThatSays(null);
    const saved = saveKey(ask, 'trace_a', 'anotherAccount');
    await jest.advanceTimersByTimeAsync(30_000);
    expect(await saved).toEqual({ is: 'saved', answer: answered, doubt: LATE });
  });

  it('a test ends after half a minute at most', async () => {
    const { ask } = hostThatSays(null);
    const tested = testKey(ask);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(await tested).toMatchObject({
      answer: { value: { is: 'untested', why: { code: 'timedOut' } } },
      status: answered,
    });
  });
});
