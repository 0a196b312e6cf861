import { Type, type TSchema } from '@sinclair/typebox';
import fc from 'fast-check';
import { compare } from '../../check-api/compare';
import { OPERATIONS } from '../../shared/api';
import { times } from '../setup/chance';

const PARTNERS = Type.Object({
  data: Type.Array(
    Type.Object({
      name: Type.String(),
      seen_at: Type.String({ format: 'date-time' }),
      count: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
  total: Type.Integer(),
  next: Type.Optional(Type.String()),
});

function found(body: unknown, expected: TSchema = PARTNERS): readonly string[] {
  return compare(expected, body, 'assumed').differences.map(({ is, path }) => `${is} ${path}`);
}

describe('a comparison finds', () => {
  const row = { name: 'A', seen_at: '2026-06-01T14:32:00Z', count: 1 };
  it.each([
    ['nothing in what is as expected', { data: [row], total: 1 }, []],
    ['nothing in a null that may be one', { data: [{ ...row, count: null }], total: 1 }, []],
    ['a field that is missing', { data: [row] }, ['missing total']],
    [
      'a field that is missing in one row',
      { data: [row, { name: 'B', count: 1 }], total: 2 },
      ['missing data[].seen_at'],
    ],
    ['a field too many', { data: [row], total: 1, more: {} }, ['extra more']],
    [
      'what is the same in many rows once',
      {
        data: [
          { ...row, a: 1 },
          { ...row, a: 2 },
        ],
        total: 2,
      },
      ['extra data[].a'],
    ],
    ['another type', { data: [{ ...row, name: 5 }], total: 1 }, ['other type data[].name']],
    ['a null that may be none', { data: null, total: 1 }, ['other type data']],
    ['a date in another form', { data: [{ ...row, seen_at: '1 June' }], total: 1 }, ['other type data[].seen_at']],
    ['a part of a number', { data: [{ ...row, count: 1.5 }], total: 1 }, ['other type data[].count']],
    ['a wrapper', { answer: { data: [row], total: 1 } }, ['missing data', 'missing total', 'extra answer']],
    ['a bare list', [row], ['other type ']],
    ['another kind of body', 'text', ['other type ']],
  ])('%s', (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it('whether a row has what another lacks', () => {
    const { differences } = compare(PARTNERS, { data: [row, { name: 'B', count: 1 }], total: 2 }, 'assumed');
    expect(differences).toEqual([
      { is: 'missing', path: 'data[].seen_at', standing: 'assumed', expected: 'timestamp', found: 'not in every row' },
    ]);
  });

  it('what it had nothing to compare with, and says so', () => {
    expect(compare(PARTNERS, { data: [], total: 0 }, 'assumed').unseen).toEqual(['data[]']);
    const nested = Type.Object({ rows: Type.Array(Type.Object({ inner: Type.Union([PARTNERS, Type.Null()]) })) });
    const rows = [{ inner: null }, { inner: { data: [], total: 0 } }];
    expect(compare(nested, { rows }, 'assumed').unseen).toEqual(['rows[].inner.data[]']);
    expect(compare(nested, { rows: rows.slice(0, 1) }, 'assumed').unseen).toEqual(['rows[].inner']);
  });
});

it('a difference has nothing of the values, not even where they are names', () => {
  const body = { 'jane@a.example': 1, trace_secret123: 2, 'a b': 'Jane' };
  const all = JSON.stringify(compare(Type.Object({ name: Type.String() }), body, 'assumed'));
  expect(all).toContain('"path":"*"');
  expect(all).not.toMatch(/jane|secret|a b/i);
});

it('whatever the service answers can be compared with every part of our own contract', () => {
  const schemas = OPERATIONS.map(({ answer }) => answer.body);
  fc.assert(
    fc.property(fc.constantFrom(...schemas), fc.jsonValue(), (schema, body) => {
      expect(() => compare(schema, body, 'assumed')).not.toThrow();
    }),
    { numRuns: times(1_000) },
  );
});
