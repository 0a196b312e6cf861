import { blockFromText } from '../../../shared/bulk/journal/block';
import { readJournal } from '../../../shared/bulk/journal/journal';
import { SealedJournal } from '../../../shared/bulk/journal/seal';
import { TraceError } from '../../../shared/formulas';
import { examples } from './examples';

const [rows = ''] = examples('Rows of the plan');
const [skipped = ''] = examples('Cells of the plan');
const [head = ''] = examples('Head');
const [block = '', unplaced = ''] = examples('What became of the rows');
const [spent = '', settled = ''] = examples('What was spent');
const [seal = ''] = examples('Seal');
const parts = new Map(Object.entries({ skipped, 'rows.0': rows, head, spent, 'block.0': block }));

it('the examples of a journal are one journal: its rows, what became of them, and what was spent', () => {
  const journal = readJournal(parts)!;
  expect(journal.rows.map(({ home, code, text, state }) => [home, code, text, state])).toEqual([
    [1, 'aB3dE_', 'aB3dE_', { is: 'written', found: 'data' }],
    [2, 'x1y2Z3', 'mN7bV2', { is: 'written', found: 'data' }],
    [3, 'x1y2Z3', 'kL9pQ0', { is: 'failed', by: 'answer', why: new TraceError('leftOut', {}) }],
    [4, 'qW4eRt', 'qW4eRt', { is: 'answered', as: { is: 'unplaced' } }],
  ]);
  expect(journal.outsiders.map(({ home, code }) => [home, code])).toEqual([[9, 'uI8oP_']]);
  expect(journal.skipped).toEqual([8]);
  expect(journal.spent).toEqual({
    settled: 3,
    sinceMs: 1_790_000_040_000,
    doubtful: new Map([
      ['cx1y2Z3', 1],
      ['cmN7bV2', 1],
    ]),
  });
});

it('the example of answers without a place has every kind of cell that a journal holds', () => {
  const [row] = blockFromText(unplaced, 7, 4);
  expect(row).toMatchObject({ index: 3, seen: -1, state: { is: 'answered', as: { is: 'unplaced' } } });
  expect(row?.answer).toEqual({
    identifier: 'acme.example',
    cells: [
      { kind: 'text', text: 'Software', isLiteral: false },
      { kind: 'text', text: 'none', isLiteral: false, says: 'none' },
      { kind: 'number', number: 5 },
      { kind: 'boolean', boolean: true },
      { kind: 'date', day: '2026-06-01' },
      { kind: 'blank' },
      null,
    ],
  });
});

it('the example of what was spent without a doubt is read', () => {
  const journal = readJournal(new Map([...parts, ['spent', settled]]));
  expect(journal?.spent).toEqual({ settled: 3, sinceMs: null, doubtful: new Map() });
});

it('the example of a seal covers every part', async () => {
  const store = { load: async () => new Map([...parts, ['seal', seal]]), save: async () => {}, remove: async () => {} };
  const person = { mark: async () => '<mark>', newest: async () => 7, keep: async () => {} };
  const sealed = new SealedJournal(store, person);
  await sealed.load();
  expect(sealed.whose).toBe('own');
});
