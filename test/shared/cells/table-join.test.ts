import { cutText, joinCells } from '../../../shared/cells/table';

describe('joined values', () => {
  it('are texts with the separator between them', () => {
    expect(joinCells(['React', 12, true, { day: '2026-06-01' }, ''], ' | ')).toBe('React | 12 | TRUE | 2026-06-01 | ');
  });

  it('leave out whole what one cell cannot hold, and say how many', () => {
    const joined = joinCells(
      Array.from({ length: 5_000 }, () => 'technology'),
      ', ',
    );
    expect(joined.length).toBeLessThanOrEqual(32_767);
    expect(joined).toMatch(/technology, technology … \+\d+ more$/);
    expect(joined.split('technology').length - 1 + Number(/\+(\d+)/.exec(joined)?.[1])).toBe(5_000);
  });

  it('cut one value that is too long by itself', () => {
    expect(joinCells(['x'.repeat(40_000)], ', ')).toHaveLength(32_737);
  });
});

it('a text that is too long ends with a mark', () => {
  expect(cutText('abcdef', 4)).toBe('abc…');
});
