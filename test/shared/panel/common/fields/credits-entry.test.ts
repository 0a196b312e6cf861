import { readCreditsEntry } from '../../../../../shared/panel/common/fields/credits-entry';

it.each([
  ['1', 1],
  [' 500 ', 500],
  ['1,000', 1_000],
  ['1 000 000', 1_000_000],
  ['0007', 7],
])('%p is understood', (typed, credits) => {
  expect(readCreditsEntry(typed, 1, null)).toEqual({ ok: true, credits });
});

it.each(['', '0', '-5', '1.5', '1,5', '1e3', '1000001', 'lots', '٣', '<b>5</b>'])(
  '%p is none, and why is said',
  (typed) => {
    expect(readCreditsEntry(typed, 1, null)).toEqual({
      ok: false,
      problem: 'Enter a whole number from 1 to 1,000,000.',
    });
  },
);

it('nothing is no limit where there may be none', () => {
  const read = (typed: string) => readCreditsEntry(typed, 0, 'no limit');
  expect([read(' '), read('0'), read('x')]).toEqual([
    { ok: true, credits: null },
    { ok: true, credits: 0 },
    { ok: false, problem: 'Enter a whole number from 0 to 1,000,000, or leave it empty for no limit.' },
  ]);
});
