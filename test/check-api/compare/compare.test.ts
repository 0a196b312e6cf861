import { compare } from '../../../check-api/compare/compare';
import { observe } from '../../../check-api/compare/observe';
import { Type } from '@sinclair/typebox';
import type { Shape } from '../../../check-api/shapes/shape';
import { shapeOf } from '../../../check-api/shapes/shape-of';

const PARTNERS = shapeOf(
  Type.Object({
    data: Type.Array(
      Type.Object({
        name: Type.String(),
        seen_at: Type.String({ format: 'date-time' }),
        count: Type.Union([Type.Integer(), Type.Null()]),
      }),
    ),
    total: Type.Integer(),
    next: Type.Optional(Type.String()),
  }),
);

function found(body: unknown, expected: Shape = PARTNERS): readonly string[] {
  return compare(expected, observe(body), 'assumed').differences.map(({ is, path }) => `${is} ${path}`);
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
    ['another type', { data: [{ ...row, name: 5 }], total: 1 }, ['other type data[].name']],
    ['a null that may be none', { data: null, total: 1 }, ['other type data']],
    ['a date in another form', { data: [{ ...row, seen_at: '1 June' }], total: 1 }, ['other type data[].seen_at']],
    ['a part of a number', { data: [{ ...row, count: 1.5 }], total: 1 }, ['other type data[].count']],
    ['a wrapper', { data: { data: [row], total: 1 } }, ['other type data', 'missing total']],
    ['another wrapper', { answer: { data: [row], total: 1 } }, ['wrapped answer']],
    [
      'a wrapper, and what is different within',
      { answer: { data: [row], total: 'x' } },
      ['wrapped answer', 'other type answer.total'],
    ],
    ['a bare list', [row], ['unwrapped data']],
    ['another kind of body', 'text', ['other type ']],
  ])('%s', (_name, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it('a company that is wrapped in data', () => {
    const company = shapeOf(Type.Object({ slug: Type.String(), name: Type.String() }));
    expect(found({ data: { slug: 'a', name: 'A' } }, company)).toEqual(['wrapped data']);
  });

  it('what it had nothing to compare with, and says so', () => {
    expect(compare(PARTNERS, observe({ data: [], total: 0 }), 'assumed').unseen).toEqual(['data[]']);
  });
});

describe('a shape', () => {
  it('has nothing of the values, not even where they are names', () => {
    const shape = JSON.stringify(observe({ 'jane@a.example': 1, trace_secret123: 2, 'a b': { ok: 'Jane' } }));
    expect(shape).toBe('{"is":["object"],"fields":{"*":{"is":["integer","object"],"fields":{"ok":{"is":["text"]}}}}}');
  });
});
