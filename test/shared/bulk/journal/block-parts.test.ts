import { blockFromText } from '../../../../shared/bulk/journal/block';
import { BlockParts } from '../../../../shared/bulk/journal/block-parts';
import { RowRecord, type NotedRow, type RowState } from '../../../../shared/bulk/rows/row-record';

const FOUND: RowState = { is: 'written', found: 'data' };
const target = { column: 1, title: 'name', isNew: true };
const HEAD = { blocks: 0, targets: [target], spare: 100 };

const planned = (count: number): RowRecord[] =>
  Array.from({ length: count }, (_row, index) => new RowRecord(index, `code${index}`, `code${index}`, index));
const noted = (indexes: readonly number[], more: Partial<NotedRow> = {}): NotedRow[] =>
  indexes.map((index) => ({ index, seen: index, state: FOUND, cells: [null], answer: null, ...more }));
const range = (from: number, count: number): number[] => Array.from({ length: count }, (_row, at) => from + at);

/** Keeps them, as a run does. @returns which rows are in which part that was written */
function keep(parts: BlockParts, rows: readonly RowRecord[], some: readonly NotedRow[]): Record<string, number[]> {
  const texts = parts.textsWith(some);
  parts.keep(some);
  for (const row of some) rows[row.index]!.take(row);
  return Object.fromEntries(
    [...texts].map(([name, text]) => [name, blockFromText(text, 1, 10_000).map(({ index }) => index)]),
  );
}

it('few rows join those before them, many have a part of their own', () => {
  const rows = planned(400);
  const parts = new BlockParts(rows, HEAD);
  expect(keep(parts, rows, noted([0, 1]))).toEqual({ 'block.0': [0, 1] });
  expect(keep(parts, rows, noted([2]))).toEqual({ 'block.0': [0, 1, 2] });
  expect(keep(parts, rows, noted(range(100, 200)))).toEqual({ 'block.1': range(100, 200) });
});

it('a row is in one part: the one before is written again without it', () => {
  const rows = planned(400);
  const parts = new BlockParts(rows, HEAD);
  keep(parts, rows, noted(range(0, 200)));
  expect(keep(parts, rows, noted([0, 300]))).toEqual({ 'block.0': range(1, 199), 'block.1': [0, 300] });
  expect(parts.countWith([])).toBe(2);
});

it('rows that are asked for again and again take no more parts', () => {
  const rows = planned(200);
  const parts = new BlockParts(rows, HEAD);
  for (let time = 0; time < 5; time += 1) keep(parts, rows, noted(range(0, 200)));
  expect(parts.countWith([])).toBe(1);
});

it('an answer that finds no room is left out, and one that is placed makes room', () => {
  const rows = planned(3);
  const parts = new BlockParts(rows, HEAD);
  const answer = { identifier: 'a', cells: [{ kind: 'number', number: 1 } as const] };
  const lost = { state: { is: 'unplaced' }, answer } as const;
  const answersOf = (some: readonly NotedRow[]): number[] => {
    const texts = [...parts.textsWith(some).values()];
    parts.keep(some);
    for (const row of some) rows[row.index]!.take(row);
    return texts
      .flatMap((text) => blockFromText(text, 1, 3))
      .flatMap((row) => (row.answer === null ? [] : [row.index]));
  };
  expect(answersOf(noted([0], lost))).toEqual([0]);
  expect(answersOf(noted([1, 2], lost))).toEqual([0, 1]);
  expect(answersOf(noted([0]))).toEqual([1, 2]);
});
