import { headToText, holderOf, readHead, type Head } from '../../../../shared/enrich/record/head';
import { TraceError } from '../../../../shared/errors/trace-error';

const HEAD: Head = {
  holder: 'h1',
  run: 'r1',
  state: 'open',
  startedMs: 5,
  savedMs: 6,
  sheet: { id: 'sheet-1', name: 'Leads' },
  input: { title: 'domain' },
  choices: [{ adds: 'company', field: 'industry' }],
  targets: [
    {
      title: 'Industry',
      isNew: true,
      titleBefore: '',
      titleFormat: 'General',
      isOfTable: false,
      looks: { was: { style: ['normal'], width: 100 }, set: { style: ['bold'], width: 200 } },
    },
  ],
  mode: 'onlyEmpty',
  looksUp: 'company',
  others: ['Note'],
  maxAgeMs: 7,
  quoted: 8,
  ended: { is: 'paused', why: new TraceError('runCapReached', { credits: 3 }) },
};

const changed = (change: object): string => JSON.stringify({ ...(JSON.parse(headToText(HEAD)) as object), ...change });

test('a head is read as it was written', () => {
  expect(readHead(headToText(HEAD))).toEqual(HEAD);
});

test.each<[string, unknown, string | null]>([
  ['the head of a record', headToText(HEAD), 'h1'],
  ['a number', 5, null],
  ['a text', 'h1', null],
  ['a holder that is none', '{"holder":5}', null],
])('who holds a record is told by its first cell: %s', (_what, cell, holder) => {
  expect(holderOf(cell)).toBe(holder);
});

const target = (change: object): object => ({ targets: [{ ...HEAD.targets[0], ...change }] });

test.each([
  ['a column of choices that there is not', { choices: [{ adds: 'everything' }] }],
  ['a title that is a list', target({ title: ['=1'] })],
  ['a title before that no cell holds', target({ titleBefore: {} })],
  ['a number format that is a list', target({ titleFormat: [] })],
  ['a mode that there is not', { mode: 'everything' }],
  ['a state that there is not', { state: 'great' }],
  ['a price that is a text', { quoted: 'forty' }],
  ['part of a credit', { quoted: 0.5 }],
  ['fewer columns than choices', { targets: [] }],
  ['answers from any time', { maxAgeMs: 1e16 }],
  ['an input without a title', { input: {} }],
  ['no holder', { holder: null }],
  ['no sheet', { sheet: 'sheet-1' }],
])('a head with %s is damaged', (_what, change) => {
  expect(readHead(changed(change))).toBeNull();
});

test.each([
  ['a style that is a number', { looks: { was: { style: [5], width: 1 }, set: { style: [], width: 0 } } }],
  ['a width that is a text', { looks: { was: { style: [], width: '1' }, set: { style: [], width: 0 } } }],
])('%s is left out: the column keeps the looks that it has', (_what, change) => {
  expect(readHead(changed(target(change)))?.targets[0]).not.toHaveProperty('looks');
});

test.each(['', 'x', '[]', 'null', '{"holder":"h1"}'])('%j is no head', (text) => {
  expect(readHead(text)).toBeNull();
});
