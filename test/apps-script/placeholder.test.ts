import { readPlaceholder, toPlaceholder, toPlaceholderEnding } from '../../apps-script/placeholder';

const TEXT =
  '#TRACE: This formula is being entered again. If this stays for ten minutes, open Trace on a computer to restore it. [0123abcd.7]';

it('says what is going on and what to do, and which formula is meant', () => {
  expect(toPlaceholder({ retry: '0123abcd', index: 7 })).toBe(TEXT);
});

it('is read again', () => {
  expect(readPlaceholder(TEXT)).toEqual({ retry: '0123abcd', index: 7 });
});

it('is found by the part that all those of its retry have', () => {
  expect([TEXT.includes(toPlaceholderEnding('0123abcd')), TEXT.includes(toPlaceholderEnding('0123abce'))]).toEqual([
    true,
    false,
  ]);
});

it.each([
  ['a problem', '#TRACE: No API key.'],
  ['a text that somebody has added to', `${TEXT} (Tom)`],
  ['a text that somebody has cut', TEXT.slice(8)],
  ['a retry that is none', '#TRACE: x [0123abcg.7]'],
  ['a number', 7],
  ['a date', new Date(0)],
  ['a blank cell', ''],
  ['nothing', null],
])('%s is none', (_name, value) => {
  expect(readPlaceholder(value)).toBeNull();
});
