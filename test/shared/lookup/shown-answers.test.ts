import fc from 'fast-check';
import { TraceError } from '../../../shared/errors/trace-error';
import { packShown, unpackShown } from '../../../shared/lookup/shown-answers';
import type { ShownAnswer } from '../../../shared/lookup/ports';
import { times } from '../../setup/chance';

const answer = (key: string, ...lines: ShownAnswer['lines']): ShownAnswer => ({
  signature: 'TRACE_TECH|name',
  key,
  asOfMs: 1_780_000_020_000,
  lines,
});

it('what was packed is there again', () => {
  const answers = [
    answer('a.com', ['React, Stripe', 'none']),
    answer('b.com', ['', 5, true, { day: '2026-06-01' }], ['Zürich, Ünder', '5', 'x', ' ']),
  ];
  expect(unpackShown(packShown(answers, 9_000))).toEqual(answers);
});

it('a problem that passes is not kept', () => {
  const lines = [[new TraceError('leftOut', {})]];
  expect(() => packShown([answer('a.com', ...lines)], 9_000)).toThrow(TraceError);
});

it('a text stays within its length, in ASCII, and keeps the newest', () => {
  const answers = Array.from({ length: 300 }, (_answer, index) => answer(`ü${index}.com`, [`Ünïcode ${index}, React`]));
  const text = packShown(answers, 2_000);
  const kept = unpackShown(text);
  expect({
    isWithinLength: text.length <= 2_000,
    isAscii: /^[ -~]*$/.test(text),
    areManyKept: kept.length > 10,
  }).toEqual({ isWithinLength: true, isAscii: true, areManyKept: true });
  expect(kept).toEqual(answers.slice(-kept.length));
});

it('1,000 companies with 25 technologies each fit into 240 KB', () => {
  const names = Array.from({ length: 400 }, (_name, index) => `Technology no. ${index}`);
  const answers = Array.from({ length: 1_000 }, (_answer, company) =>
    answer(`some-company-${company}.example`, [
      Array.from({ length: 25 }, (_technology, index) => names[(company * 37 + index * 13) % 400]).join(', '),
    ]),
  );
  expect(unpackShown(packShown(answers, 240_000))).toEqual(answers);
});

it('an answer that does not fit is left out, and its neighbours are not', () => {
  const answers = [answer('a.com', ['A']), answer('b.com', ['B'.repeat(3_000)]), answer('c.com', ['C'])];
  expect(unpackShown(packShown(answers, 1_000))).toEqual([answers[0], answers[2]]);
});

it.each(['', 'x', '[]', '[2,[],[]]', '[1,[],[["AAA","a",1,["AAA"]]]]', '[1,["s"],[["AAA","a",1,["AAB"]]]]', '[1,5,5]'])(
  'a damaged text has no answers: %s',
  (text) => {
    expect(unpackShown(text)).toEqual([]);
  },
);

it('any text can be read', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      unpackShown(text);
    }),
    { numRuns: times(400) },
  );
});

it('any cells come back as they were', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant({ day: '2026-06-01' }),
    fc.array(fc.string({ maxLength: 3 })).map((words) => words.join(', ')),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), (lines) => {
      const text = packShown([answer('a.com', ...lines)], 100_000);
      expect(unpackShown(text)[0]?.lines).toEqual(lines);
    }),
    { numRuns: times(200) },
  );
});
