import { inTime } from '../../excel-addin/last-deadline';

const never = new Promise<never>(() => undefined);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const codeOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    (answer) => answer,
    (thrown: { readonly code: string }) => thrown.code,
  );

test('what hangs ends after five minutes, and not before', async () => {
  const ended = jest.fn();
  void codeOf(inTime(never)).then(ended);
  await jest.advanceTimersByTimeAsync(299_999);
  expect(ended).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledWith('timedOut');
});

test('a call that began later has its own five minutes', async () => {
  const ended: unknown[] = [];
  void codeOf(inTime(never)).then((code) => ended.push(['first', code]));
  await jest.advanceTimersByTimeAsync(100_000);
  void codeOf(inTime(never)).then((code) => ended.push(['second', code]));
  await jest.advanceTimersByTimeAsync(250_000);
  expect(ended).toEqual([['first', 'timedOut']]);
  await jest.advanceTimersByTimeAsync(50_000);
  expect(ended).toEqual([
    ['first', 'timedOut'],
    ['second', 'timedOut'],
  ]);
});

test('a thousand calls are one timer, and it stops with the last of them', async () => {
  const answers = Array.from({ length: 1_000 }, (_call, index) => inTime(Promise.resolve(index)));
  expect(jest.getTimerCount()).toBe(1);
  expect((await Promise.all(answers))[999]).toBe(999);
  await jest.advanceTimersByTimeAsync(0);
  expect(jest.getTimerCount()).toBe(0);
});

test('an error is passed on as it is', async () => {
  await expect(inTime(Promise.reject(new Error('refused')))).rejects.toThrow('refused');
});
