import { readDepositedCalls, toDepositedCall } from '../../../../shared/functions/column/known-formulas';
import type { KnownFormula } from '../../../../shared/functions/ports';

const NOW_MS = 1_790_000_040_000;
const CALL: KnownFormula = { id: 'TRACE_TECH', args: ['a.example', undefined, 'top=3'] };
const LEFT = '[1790000040000,"TRACE_TECH",["a.example",null,"top=3"]]';
/** What an argument that was left out is read as. */
const READ = { id: 'TRACE_TECH', args: ['a.example', null, 'top=3'] };

it('a call is left with its time, its function and its arguments', () => {
  expect(toDepositedCall(CALL, NOW_MS)).toBe(LEFT);
});

it.each<[what: string, args: readonly unknown[]]>([
  ['a date, which would arrive as a text', [[[new Date(0)]]]],
  ['a key that was pasted into a cell', ['a.example', 'trace_secret']],
  ['a key in a column', [[['a.example'], ['trace_secret']]]],
  ['more than ten cells, which fetch for themselves', [Array.from({ length: 11 }, () => ['a.example'])]],
  ['more than 2,000 characters', ['a'.repeat(2_000)]],
])('a call is not left with %s', (_what, args) => {
  expect(toDepositedCall({ id: 'TRACE_TECH', args }, NOW_MS)).toBeNull();
});

it('what was left is read within half a minute, also by a clock that is behind', () => {
  const read = [-29_999, 0, 29_999].map((ms) => readDepositedCalls([LEFT], NOW_MS + ms));
  expect(read).toEqual([[READ], [READ], [READ]]);
});

it.each([-30_000, 30_000])('what was left %i ms away is not', (ms) => {
  expect(readDepositedCalls([LEFT], NOW_MS + ms)).toEqual([]);
});

it('a call that is in several places counts once', () => {
  const other = '[1790000040000,"TRACE_COMPANY",["b.example"]]';
  expect(readDepositedCalls([LEFT, other, LEFT], NOW_MS)).toEqual([READ, { id: 'TRACE_COMPANY', args: ['b.example'] }]);
});

it.each([
  ['no JSON', 'TRACE_TECH'],
  ['no list', '{"0":1790000040000}'],
  ['no time', '["1790000040000","TRACE_TECH",["a.example"]]'],
  ['no function of Trace', '[1790000040000,"TRACE_NONE",["a.example"]]'],
  ['no arguments', '[1790000040000,"TRACE_TECH","a.example"]'],
  [
    'a whole column',
    `[1790000040000,"TRACE_TECH",[${JSON.stringify(Array.from({ length: 11 }, () => ['a.example']))}]]`,
  ],
  ['more than 2,000 characters', `[1790000040000,"TRACE_TECH",["${'a'.repeat(2_000)}"]]`],
  ['nothing', null],
])('a text with %s is no call', (_what, text) => {
  expect(readDepositedCalls([text], NOW_MS)).toEqual([]);
});
