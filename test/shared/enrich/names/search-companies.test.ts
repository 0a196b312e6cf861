import { TraceError } from '../../../../shared/errors/trace-error';
import {
  findDomains,
  namesLeft,
  priceOfNames,
  readNames,
  withMore,
} from '../../../../shared/enrich/names/search-companies';

import { triage } from '../../../../shared/enrich/plan/triage';
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
const names = () => readNames(triage(NAMES, 0));

test('names are read once each, with the rows that have them; domains are none', () => {
  expect(names()).toEqual([
    { name: 'Acme Inc.', rows: [1, 4] },
    { name: 'Beta & Sons', rows: [2] },
  ]);
});

test.each([
  'ann@stripe.com, joe@shopify.com',
  'ann@stripe.com;joe@shopify.com',
  'Ann <ann@stripe.com>',
  'ann @stripe.com',
  'ann＠stripe.com',
  'ann＠stripe．com',
  'ann@gmail.com, joe@gmail.com',
])('%s is no name, so that no email address is searched for', (given) => {
  expect(readNames(triage([['Company name'], ['Acme Inc.'], [given]], 0))).toEqual([{ name: 'Acme Inc.', rows: [1] }]);
});

test.each(['Work @ Home Inc.', 'Cafe @ U.S. Bank', 'Food@J.P. Morgan', 'The Bar @ No.5'])(
  '%s is a name, though it has an @ in it',
  (name) => {
    expect(readNames(triage([['Company name'], [name]], 0))).toEqual([{ name, rows: [1] }]);
  },
);

test('among domains, only what cannot be looked up is a name', () => {
  const cells = [
    'Website',
    'a.example',
    'b.example',
    'c.example',
    'figma',
    'Stripe, Inc.',
    'n/a',
    'Asked us for a demo.',
  ];
  expect(
    readNames(
      triage(
        cells.map((cell) => [cell]),
        0,
      ),
    ),
  ).toEqual([{ name: 'Stripe, Inc.', rows: [5] }]);
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
    unsure: 0,
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
  expect({ matches, isCut, code: why?.code }).toEqual({ matches: [], isCut: true, code: 'creditsOut' });
});

test('a host that stops sending ends the search, which keeps what it has', async () => {
  const { host, grid } = bench();
  const { http } = host.performers;
  const most = (requests: number) => ({
    http: (effect: Parameters<typeof http>[0]) => {
      if (host.requests.length >= requests) throw new TraceError('scriptBusy', {});
      return http(effect);
    },
  });
  const many = Array.from({ length: 25 }, (_name, index) => ({ name: `Acme ${index}`, rows: [index + 1] }));
  const search = () => drive((ports) => findDomains(ports, many, { cap: 75, maxAgeMs: DAYS_30 }), host, grid);
  Object.assign(host.performers, most(0));
  await expect(search()).rejects.toMatchObject({ code: 'scriptBusy' });
  Object.assign(host.performers, most(20));
  const { matches, isCut, why } = await search();
  expect({ matches: matches.length, isCut, why: why?.code }).toEqual({ matches: 20, isCut: true, why: 'scriptBusy' });
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
  expect({
    areMatchesWithin: matches.length <= 2,
    areCreditsWithin: credits <= 4,
    isCutOrAll: isCut || matches.length === 2,
  }).toEqual({ areMatchesWithin: true, areCreditsWithin: true, isCutOrAll: true });
  expect(
    await drive((ports) => findDomains(ports, names(), { cap: 2, maxAgeMs: DAYS_30 }), bench().host, grid),
  ).toEqual({
    matches: [],
    credits: 0,
    unsure: 0,
    isCut: true,
    why: null,
  });
});

test('a search that ended early goes on with the names that are left', async () => {
  const { host, grid } = bench();
  const nothing = { matches: [], credits: 3, unsure: 3, isCut: true, why: null };
  const [acme, beta] = (await drive((ports) => findDomains(ports, names(), { cap: 6, maxAgeMs: DAYS_30 }), host, grid))
    .matches;
  const first = { ...nothing, matches: [{ ...beta!, problem: new TraceError('unreachable', {}) }] };
  expect(namesLeft(names(), first.matches)).toEqual(names());
  expect(namesLeft(names(), [acme!])).toEqual([names()[1]]);
  const more = { matches: [acme!, beta!], credits: 2, unsure: 0, isCut: false, why: null };
  expect(withMore(first, more)).toEqual({ ...more, credits: 5, unsure: 1 });
});
