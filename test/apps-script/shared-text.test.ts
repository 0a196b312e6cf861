import { readShared, toShared } from '../../apps-script/shared-text';

const FORMULAS = [
  '=TRACE_COMPANY("stripe.com","name")',
  '=TRACE_COMPANY("hubspot.com","name")',
  '=TRACE_COMPANY("hubspot.com","name")&"name")',
  '=A1',
  '',
  '=A1',
];

test('what texts have in common with the one before is kept once', () => {
  expect(toShared(FORMULAS.slice(0, 2))).toEqual(['=TRACE_COMPANY("stripe.com","name")', 16, 13, 'hubspot']);
});

test('they are read as they were, whatever they have in common', () => {
  expect(readShared(toShared(FORMULAS))).toEqual(FORMULAS);
});

test('1,000 formulas that name their company take 30 characters each', () => {
  const formulas = Array.from(
    { length: 1_000 },
    (_formula, index) => `=TRACE_TECH("company-number-${index}.example","name")`,
  );
  expect(JSON.stringify(toShared(formulas)).length).toBeLessThan(30_000);
});

test.each([
  [
    [{}, '=A', null, 'x'],
    ['=A', 'x'],
  ],
  [
    ['=A', -1, 1e9, 'x'],
    ['=A', '=xA'],
  ],
  [
    ['=A', 0.5, 'x', '9'],
    ['=A', 'x', '9'],
  ],
])('what somebody else has written is read as far as it goes: %j', (shared, texts) => {
  expect(readShared(shared)).toEqual(texts);
});

test('a few numbers do not make texts that fill the memory', () => {
  const shared = Array.from({ length: 5_000 }, () => [1e9, 1e9, 'x'.repeat(50)]).flat();
  expect(Math.max(...readShared(shared).map(({ length }) => length))).toBe(50_000);
});
