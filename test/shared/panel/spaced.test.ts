import { makeSpaced } from '../../../shared/panel/spaced';

let calls = 0;
const spaced = () => makeSpaced(() => (calls += 1), 1_000);

beforeEach(() => {
  calls = 0;
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

it('calls at once', () => {
  spaced().call();
  expect(calls).toBe(1);
});

it('makes one call of many within the gap, when it has passed', () => {
  const { call } = spaced();
  for (let count = 0; count < 50; count += 1) call();
  const during = calls;
  jest.advanceTimersByTime(1_000);
  const after = calls;
  jest.advanceTimersByTime(10_000);
  expect({ during, after, later: calls }).toEqual({ during: 1, after: 2, later: 2 });
});

it('never calls more often than the gap allows', () => {
  const { call } = spaced();
  for (let ms = 0; ms < 10_000; ms += 100) {
    call();
    jest.advanceTimersByTime(100);
  }
  expect(calls).toBe(11);
});

it('calls no more once it is stopped', () => {
  const { call, stop } = spaced();
  call();
  call();
  stop();
  jest.advanceTimersByTime(5_000);
  expect(calls).toBe(1);
});
