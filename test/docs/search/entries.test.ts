import { toEntries } from '../../../docs/site/search/entries';
import type { SearchEntry } from '../../../docs/site/search/entry';
import { makePages } from '../../../docs/site/pages';
import { type Find, makeFind } from '../../../docs/site/search/find';

let pages: ReadonlyMap<string, string>;
let entries: readonly SearchEntry[];
let find: Find;
beforeAll(async () => {
  pages = await makePages();
  entries = toEntries(pages);
  find = makeFind(entries);
});

it('a guide is found by its parts, another page as a whole', () => {
  const html =
    '<main id="content"><h1 id="x">Spending</h1><p>Who pays.</p><h2 id="a">Limits &amp; more</h2><p>Set one.</p></main>';
  const page = (name: string) => toEntries(new Map([[name, html]])).filter(({ kind }) => kind !== 'Option');
  expect(page('guides/spending.html').map(({ page: address, title, text }) => [address, title, text])).toEqual([
    ['guides/spending.html', 'Spending', 'Who pays.'],
    ['guides/spending.html#a', 'Limits & more · Spending', 'Set one.'],
  ]);
  expect(page('problems/x.html').map(({ title, about, text }) => [title, about, text])).toEqual([
    ['Spending', 'Who pays.', 'Who pays. Limits & more Set one.'],
  ]);
});

it.each([
  ['#NAME?', 'problems/name-error.html'],
  ['Loading', 'problems/loading.html'],
  ['Loading...', 'problems/loading.html'],
  ['#BUSY!', 'problems/busy.html'],
  ['#SPILL!', 'problems/spill.html'],
  ['too many credits', 'problems/unexpected-credits.html'],
  ['not tracked', 'problems/not-tracked.html'],
  ['TRACE_TECH', 'functions/TRACE_TECH.html'],
  ['top', 'functions.html#option-top'],
  ['hubspot leads', 'guides/recipes.html#which-leads-partner-with-'],
  ['3,000 rows', 'guides/spending.html#know-the-price-first'],
  ['paste values', 'guides/values.html'],
  ['churned', 'guides/recipes.html#who-left--since-'],
  ['daily limit', 'problems/dailyLimitReached.html'],
  ['_xldudf_', 'problems/name-error.html'],
  ['__xludf.DUMMYFUNCTION', 'problems/sheet-in-excel.html'],
  ['refused to connect', 'problems/refused-to-connect.html'],
  ['blank panel', 'problems/panel-empty.html'],
  ['blank for minutes', 'problems/panel-late.html'],
  ['slow panel closed', 'problems/slow-panel-closed.html'],
  ['add-in disappeared', 'problems/add-in-gone.html'],
  ['trust', 'problems/asked-to-trust.html'],
  ['conditional formatting', 'problems/conditional-format.html'],
])('people who type %s find %s among the first three', (typed, page) => {
  const found = find(typed).slice(0, 3);
  expect(found.map((entry) => entry.page)).toContain(page);
});

it('every page that is not a list of others is found', () => {
  const lists = ['index.html', 'functions.html', 'problems.html', 'developers.html'];
  const found = new Set(entries.map(({ page }) => page));
  expect([...pages.keys()].filter((name) => !lists.includes(name) && !found.has(name))).toEqual([]);
});

it('every address leads to a page, and to a place that is there', () => {
  const broken = entries.filter(({ page }) => {
    const [name = '', id] = page.split('#');
    return id === undefined ? !pages.has(name) : !pages.get(name)?.includes(` id="${id}"`);
  });
  expect(broken).toEqual([]);
});
