import type { SearchEntry } from '../../../docs/site/search/entry';
import { makeFind } from '../../../docs/site/search/find';

const entry = (page: string, title: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  page,
  title,
  kind: 'Problem',
  words: '',
  about: '',
  text: '',
  ...more,
});

const find = makeFind([
  entry('name-error', 'I see #NAME?'),
  entry('company', 'TRACE_COMPANY', { kind: 'Function', text: 'The name of a company.' }),
  entry('limit', 'The daily limit is reached', { text: 'Raise it, or wait.' }),
  entry('credits', 'Too few credits', { words: 'money expensive' }),
  entry('ledger', 'The daily limit in the ledger', { kind: 'For developers' }),
]);
const pages = (typed: string): string[] => find(typed).map(({ page }) => page);

it.each([
  ['#NAME?', ['name-error']],
  ['trace_comp', ['company']],
  ['credits', ['credits']],
  ['credist', ['credits']],
  ['expensive', ['credits']],
  ['wait raise', ['limit']],
])('%s finds %s', (typed, expected) => {
  expect(pages(typed)).toEqual(expected);
});

it("users' pages come before those for developers", () => {
  expect(pages('daily limit')).toEqual(['limit', 'ledger']);
});

it('if no page has all the words, those with some are found', () => {
  expect(pages('credits zebra')).toEqual(['credits']);
});

it.each(['', '   ', '?!', 'zebra'])('%j finds nothing', (typed) => {
  expect(pages(typed)).toEqual([]);
});
