import { inTime } from '../../../excel-addin/functions/last-deadline';

const never = new Promise<never>(() => undefined);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const asIs = (value: unknown): unknown => value;
const shown = (asked: Promise<unknown>): Promise<unknown> =>
  inTime(asked, asIs, (thrown) => (thrown as { readonly code: string }).code);

test('what hangs ends after five minutes, and not before', async () => {
  const ended = jest.fn();
  void shown(never).then(ended);
  await jest.advanceTimersByTimeAsync(299_999);
  expect(ended).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledWith('timedOut');
});

test('a call that began later has its own five minutes', async () => {
  const ended: unknown[] = [];
  void shown(never).then((code) => ended.push(['first', code]));
  await jest.advanceTimersByTimeAsync(100_000);
  void shown(never).then((code) => ended.push(['second', code]));
  await jest.advanceTimersByTimeAsync(250_000);
  expect(ended).toEqual([['first', 'timedOut']]);
  await jest.advanceTimersByTimeAsync(50_000);
  expect(ended).toEqual([
    ['first', 'timedOut'],
    ['second', 'timedOut'],
  ]);
});

test('a thousand calls are one timer, and it stops with the last of them', async () => {
  const answers = Array.from({ length: 1_000 }, (_call, index) => shown(Promise.resolve(index)));
  expect(jest.getTimerCount()).toBe(1);
  expect((await Promise.all(answers))[999]).toBe(999);
  await jest.advanceTimersByTimeAsync(0);
  expect(jest.getTimerCount()).toBe(0);
});

test('an error is shown, and stops the timer too', async () => {
  const showError = (thrown: unknown): string => `an error: ${(thrown as Error).message}`;
  expect(await inTime(Promise.reject(new Error('refused')), String, showError)).toBe('an error: refused');
  expect(jest.getTimerCount()).toBe(0);
});

test.each([
  ['an answer', (late: Late) => late.resolve('an answer')],
  ['an error', (late: Late) => late.reject(new Error('an error'))],
])('%s that comes after the five minutes is not shown', async (_what, end) => {
  const told: string[] = [];
  const late: Late = { resolve: () => undefined, reject: () => undefined };
  const asked = new Promise<string>((resolve, reject) => Object.assign(late, { resolve, reject }));
  const tell = (what: string) => {
    told.push(what);
    return what;
  };
  void inTime(asked, tell, (thrown) => tell(String(thrown)));
  await jest.advanceTimersByTimeAsync(300_000);
  end(late);
  await jest.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['TraceError: Trace took too long. Wait a minute, then choose Retry problems on a computer.']);
});

test('an answer that cannot be shown is an error', async () => {
  const refuse = (): string => {
    throw new Error('no table');
  };
  expect(await inTime(Promise.resolve(1), refuse, String)).toBe('Error: no table');
});

interface Late {
  resolve(value: string): void;
  reject(error: Error): void;
}
