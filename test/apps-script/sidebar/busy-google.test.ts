import { makeAsk, type ScriptRun } from '../../../apps-script/sidebar/ask';

const BUSY = 'There are too many scripts running simultaneously for this Google user account.';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Google refuses with some words so many times, and then runs the message. */
function refusing(words: string, times: number): { readonly run: ScriptRun; readonly sent: () => number } {
  let sent = 0;
  let succeed: (answer: unknown) => void = () => undefined;
  let fail: (thrown?: unknown) => void = () => undefined;
  const run: ScriptRun = {
    withSuccessHandler(handler) {
      succeed = handler;
      return run;
    },
    withFailureHandler(handler) {
      fail = handler;
      return run;
    },
    rpc() {
      sent += 1;
      if (sent <= times) fail(new Error(words));
      else succeed({ ok: true, value: 'done' });
    },
  };
  return { run, sent: () => sent };
}

async function answerOf(run: ScriptRun): Promise<unknown> {
  const answer = makeAsk(run)('account');
  await jest.advanceTimersByTimeAsync(60_000);
  return answer;
}

it('a message that finds Google busy with formulas is sent again, later each time', async () => {
  const { run, sent } = refusing(BUSY, 3);
  expect({ answer: await answerOf(run), sent: sent() }).toEqual({ answer: { ok: true, value: 'done' }, sent: 4 });
});

it.each([
  'Für dieses Konto werden zu viele Skripts gleichzeitig ausgeführt.',
  'Script invoked too many times per second for this Google user account.',
  'Das Skript wurde für dieses Google-Nutzerkonto zu oft pro Sekunde aufgerufen.',
  'この Google ユーザー アカウントで 1 秒間に実行されたスクリプトの数が多すぎます。',
  'Service invoked too many times in a short time: exec qps. Try Utilities.sleep(1000) between calls.',
])('whatever Google says where it has not run the script: %s', async (words) => {
  const { run } = refusing(words, 1);
  expect(await answerOf(run)).toEqual({ ok: true, value: 'done' });
});

it('if that does not end, it says that Google is busy, and nothing of several accounts', async () => {
  const { run, sent } = refusing(BUSY, Infinity);
  expect({ answer: await answerOf(run), sent: sent() }).toEqual({
    answer: {
      ok: false,
      sentence: 'Google is busy with the formulas of this file. Retry when they are done.',
      code: 'scriptBusy',
      facts: {},
    },
    sent: 6,
  });
});

it('any other failure is reported immediately, because it is unknown what was done', async () => {
  const { run, sent } = refusing('PERMISSION_DENIED', 1);
  expect({ answer: await answerOf(run), sent: sent() }).toEqual({
    answer: {
      ok: false,
      sentence: 'Google did not run this. Retry. If you use several Google accounts, sign in to only one.',
      code: 'scriptNotRun',
      facts: {},
    },
    sent: 1,
  });
});

it('a script that stays silent may still finish: nothing is sent again', async () => {
  const run: ScriptRun = { withSuccessHandler: () => run, withFailureHandler: () => run, rpc: jest.fn() };
  expect({ answer: await answerOf(run), sent: (run.rpc as jest.Mock).mock.calls.length }).toEqual({
    answer: {
      ok: false,
      sentence:
        'Google did not answer in time, but may still finish. To check, choose Extensions > Trace > Open Trace.',
      code: 'scriptSilent',
      facts: {},
    },
    sent: 1,
  });
});

/** A script that gives this answer, at once or later. */
function answering(answer: unknown, afterMs = 0): ScriptRun {
  let succeed: (answer: unknown) => void = () => undefined;
  const run: ScriptRun = {
    withSuccessHandler(handler) {
      succeed = handler;
      return run;
    },
    withFailureHandler: () => run,
    rpc() {
      if (afterMs === 0) succeed(answer);
      else setTimeout(() => succeed(answer), afterMs);
    },
  };
  return run;
}

const taking = (ms: number): ScriptRun => answering({ ok: true, value: 'an answer' }, ms);

it('freezing, with its dialog, may take as long as Google lets a script run', async () => {
  const answer = makeAsk(taking(350_000))('bulkFreeze', 'file');
  await jest.advanceTimersByTimeAsync(350_000);
  expect(await answer).toEqual({ ok: true, value: 'an answer' });
});

it.each(['problems', 'priceRetry', 'spending'] as const)(
  '%s reads all cells of the file, and may take as long as a retry',
  async (message) => {
    const answer = makeAsk(taking(150_000))(message);
    await jest.advanceTimersByTimeAsync(150_000);
    expect(await answer).toEqual({ ok: true, value: 'an answer' });
  },
);

describe('what the script refuses', () => {
  /** What the page makes of an answer of the script. */
  const heard = (answer: object | null): Promise<unknown> => makeAsk(answering(answer))('account');

  it('is told at once where its answer is none, as a script that has not run', async () => {
    expect(await heard(null)).toEqual({
      ok: false,
      sentence: expect.stringMatching(/^Google did not run this\./) as unknown,
      code: 'scriptNotRun',
      facts: {},
    });
  });

  it('is said in the words of the panel', async () => {
    const refused = { ok: false, code: 'outOfTime', facts: {} };
    expect(await heard({ ...refused, sentence: 'as a cell says it' })).toEqual({
      ...refused,
      sentence: 'Trace took too long. Wait a minute, then retry.',
    });
  });

  it.each([
    { ok: false, sentence: 'Trace was updated. Close the panel, then choose Extensions > Trace > Open Trace.' },
    { ok: false, sentence: 'as its version says it', code: 'ofAnotherVersion', facts: {} },
    { ok: false, sentence: 'as its version says it', code: 'jobUnknown', facts: {} },
  ])('is said as it comes where the page has no words for it: %j', async (answer) => {
    expect(await heard(answer)).toEqual(answer);
  });
});
