/** `test/setup/quick-expect.cjs` lets nothing pass that `expect` itself refuses. */

const DAY = new Date('2026-06-01');

it.each<readonly [name: string, actual: unknown, expected: unknown]>([
  ['a number deep inside', [[1, { a: 2 }]], [[1, { a: 3 }]]],
  ['zero and its negative', [0], [-0]],
  ['an array and one that has more than its items', /a/.exec('a'), ['a']],
  ['a shorter array', [1], [1, 2]],
  ['a property more', { a: 1, b: 2 }, { a: 1 }],
  ['properties of other names', { a: 1 }, { b: 1 }],
  ['an array and an object', [1], { 0: 1 }],
  ['maps', new Map([[1, 2]]), new Map([[1, 3]])],
  ['sets', [new Set([1])], [new Set([2])]],
  ['days', { day: DAY }, { day: new Date(0) }],
  ['errors', new Error('one'), new Error('other')],
  ['symbols', { [Symbol.for('a')]: 1 }, { [Symbol.for('a')]: 2 }],
  ['what only has to be of a kind', ['1'], [expect.any(Number)]],
  ['null and undefined', [null], [undefined]],
])('%s: toEqual fails', (_name, actual, expected) => {
  expect(() => expect(actual).toEqual(expected)).toThrow('toEqual');
});

it('what expect takes to be equal is equal', () => {
  expect({ a: 1, b: undefined }).toEqual({ a: 1 });
  expect([1, 2]).toEqual(expect.arrayContaining([2]));
  expect({ map: new Map([[1, [2]]]), day: DAY }).toEqual({ map: new Map([[1, [2]]]), day: new Date(DAY) });
  expect([0]).not.toEqual([-0]);
});

it.each<readonly [name: string, compare: () => void]>([
  ['toBe', () => expect({}).toBe({})],
  ['toBeLessThan', () => expect(5).toBeLessThan(5)],
  ['toBeLessThanOrEqual', () => expect(6).toBeLessThanOrEqual(5)],
  ['toBeGreaterThan', () => expect(5).toBeGreaterThan(5)],
  ['toBeGreaterThanOrEqual', () => expect(NaN).toBeGreaterThanOrEqual(5)],
  ['toContain', () => expect([1]).toContain(2)],
])('%s fails where it does not hold', (name, compare) => {
  expect(compare).toThrow(name);
});
