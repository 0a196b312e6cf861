import {
  findDomains,
  namesLeft,
  priceOfNames,
  readNames,
  withMore,
} from '../../../../shared/bulk/names/search-companies';
import { placeDomains, removeDomains } from '../../../../shared/bulk/names/write-domains';
import { triage } from '../../../../shared/bulk/plan/triage';
import type { HttpRequest } from '../../../../shared/client/exchange';
import { Bench, DAYS_30 } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';
import { json } from '../../../fakes/memory-host';

const NAMES = [['Company name'], ['Acme Inc.'], ['Beta & Sons'], [''], ['acme inc.'], ['gamma.example']];
const COMPANIES = [
  { name: 'Acme', primary_domain: 'acme.example', slug: 'acme', country: 'NL' },
  { name: 'Acme Labs', primary_domain: 'acme-labs.example', slug: 'acme-labs', country: 'US' },
];

function searchApi({ operation, path }: HttpRequest) {
  if (operation !== 'companies.search') return json(404, { detail: 'Not Found' });
  const data = /acme/i.test(path) ? COMPANIES : [];
  return json(200, { data, pagination: { page: 1, page_size: 3, total_results: data.length, total_pages: 1 } });
}

const bench = (): Bench => new Bench(NAMES, searchApi);
const names = () => readNames(triage(NAMES, 0).rows);
const COLUMN = { sheet: 'sheet-1', column: 0, headerRow: 0 };

test('names are read once each, with the rows that have them; domains are none', () => {
  expect(names()).toEqual([
    { name: 'Acme Inc.', rows: [1, 4] },
    { name: 'Beta & Sons', rows: [2] },
  ]);
});

test('a search costs three credits at the most', () => {
  expect(priceOfNames(names())).toBe(6);
});

test('each name has the companies that the service finds, and costs what they cost', async () => {
  const { host, grid } = bench();
  const found = await drive((ports) => findDomains(ports, names(), { cap: 6, maxAgeMs: DAYS_30 }), host, grid);
  expect(found).toEqual({
    matches: [
      {
        name: 'Acme Inc.',
        rows: [1, 4],
        candidates: [
          { name: 'Acme', domain: 'acme.example', country: 'NL' },
          { name: 'Acme Labs', domain: 'acme-labs.example', country: 'US' },
        ],
        problem: null,
      },
      { name: 'Beta & Sons', rows: [2], candidates: [], problem: null },
    ],
    credits: 2,
    isCut: false,
    why: null,
  });
});

test('credits that run out end the search, which keeps what it has', async () => {
  const { host, grid } = new Bench(NAMES, () => json(402, { error: 'credit_exhausted' }));
  const { matches, isCut, why } = await drive(
    (ports) => findDomains(ports, names(), { cap: 6, maxAgeMs: DAYS_30 }),
    host,
    grid,
  );
  expect([matches, isCut, why?.code]).toEqual([[], true, 'creditsOut']);
});

test('the same search again costs nothing', async () => {
  const { host, grid } = bench();
  await drive((ports) => findDomains(ports, names(), { cap: 6, maxAgeMs: DAYS_30 }), host, grid);
  const sent = host.requests.length;
  expect((await drive((ports) => findDomains(ports, names(), { cap: 0, maxAgeMs: DAYS_30 }), host, grid)).credits).toBe(
    0,
  );
  expect(host.requests.length).toBe(sent);
});

test('a limit ends the search before it is passed', async () => {
  const { host, grid } = bench();
  const { matches, credits, isCut } = await drive(
    (ports) => findDomains(ports, names(), { cap: 4, maxAgeMs: DAYS_30 }),
    host,
    grid,
  );
  expect([matches.length <= 2, credits <= 4, isCut || matches.length === 2]).toEqual([true, true, true]);
  expect(
    await drive((ports) => findDomains(ports, names(), { cap: 2, maxAgeMs: DAYS_30 }), bench().host, grid),
  ).toEqual({
    matches: [],
    credits: 0,
    isCut: true,
    why: null,
  });
});

const CONFIRMED = [
  { row: 1, name: 'Acme Inc.', domain: 'acme.example' },
  { row: 4, name: 'Acme Inc.', domain: 'acme.example' },
];

test('confirmed domains stand in a new column beside their names, and can be taken away', async () => {
  const { host, grid } = bench();
  const placed = await drive((ports) => placeDomains(ports, COLUMN, CONFIRMED), host, grid);
  expect(grid.values().map((row) => row[1] ?? '')).toEqual(['domain', 'acme.example', '', '', 'acme.example', '']);
  expect(await drive((ports) => removeDomains(ports, COLUMN, placed), host, grid)).toEqual({ removed: 2, left: [] });
  expect(grid.values().map((row) => row[1] ?? '')).toEqual(['', '', '', '', '', '']);
});

test('domains are taken away wherever their rows have been sorted to; those that were edited are told, and stay', async () => {
  const { host, grid } = bench();
  const placed = await drive((ports) => placeDomains(ports, COLUMN, CONFIRMED), host, grid);
  const [title, acme, beta, blank, other, ...rest] = grid.rows;
  grid.rows = [title!, other!, beta!, blank!, ...rest, acme!];
  grid.at(1, 1).value = 'mine.example';
  expect(await drive((ports) => removeDomains(ports, COLUMN, placed), host, grid)).toMatchObject({
    removed: 1,
    left: [{ row: 4 }],
  });
  expect(grid.values().map((row) => row[1] ?? '')).toEqual(['domain', 'mine.example', '', '', '', '']);
});

test('a cell that is protected does not keep the others from their title and their way back', async () => {
  const { host, grid } = bench();
  grid.protectedRows.add(4);
  const placed = await drive((ports) => placeDomains(ports, COLUMN, CONFIRMED), host, grid);
  expect([placed.placed.map(({ row }) => row), placed.refused.map(({ row }) => row), placed.why?.code]).toEqual([
    [1],
    [4],
    'cellsProtected',
  ]);
  expect(grid.values().map((row) => row[1] ?? '')).toEqual(['domain', 'acme.example', '', '', '', '']);
  expect(await drive((ports) => removeDomains(ports, COLUMN, placed), host, grid)).toEqual({ removed: 1, left: [] });
});

test('where no cell may be written there is no title, and why is said', async () => {
  const { host, grid } = bench();
  for (const row of [1, 4]) grid.protectedRows.add(row);
  await expect(async () => await drive((ports) => placeDomains(ports, COLUMN, CONFIRMED), host, grid)).rejects.toThrow(
    'These cells are protected.',
  );
  expect(grid.values().map((row) => row[1] ?? '')).toEqual(['', '', '', '', '', '']);
});

test('a search that ended early goes on with the names that are left', async () => {
  const { host, grid } = bench();
  const nothing = { matches: [], credits: 3, isCut: true, why: null };
  const [acme, beta] = (await drive((ports) => findDomains(ports, names(), { cap: 6, maxAgeMs: DAYS_30 }), host, grid))
    .matches;
  const first = { ...nothing, matches: [{ ...beta!, problem: 'Trace could not be reached.' }] };
  expect(namesLeft(names(), first.matches)).toEqual(names());
  expect(namesLeft(names(), [acme!])).toEqual([names()[1]]);
  const more = { matches: [acme!, beta!], credits: 2, isCut: false, why: null };
  expect(withMore(first, more)).toEqual({ ...more, credits: 5 });
});

test('a column that holds anything is passed over', async () => {
  const { host, grid } = bench();
  grid.at(3, 1).value = 'mine';
  expect((await drive((ports) => placeDomains(ports, COLUMN, CONFIRMED), host, grid)).column).toBe(2);
  expect(grid.at(3, 1).value).toBe('mine');
});

test('a name that has moved gets no domain of another', async () => {
  const { host, grid } = bench();
  const [title, acme, beta, ...rest] = grid.rows;
  grid.rows = [title!, beta!, acme!, ...rest];
  const { placed, moved } = await drive((ports) => placeDomains(ports, COLUMN, CONFIRMED), host, grid);
  expect([placed.map(({ row }) => row), moved.map(({ row }) => row), grid.at(1, 1).value]).toEqual([[4], [1], '']);
});
