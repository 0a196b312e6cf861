import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { runSync } from '../../../shared/effects';
import { callFunction } from '../../../shared/functions/call';
import { TraceError } from '../../../shared/errors';
import { json, text, type MemoryHost } from '../../fakes/memory-host';
import { ask, hostWith, pathsOf } from '../../fakes/routes-api';

const tech = (name: string, category: string, vendor: string | null = null) => ({
  name,
  slug: name.toLowerCase().replace(/ /g, ''),
  category,
  vendor_name: vendor,
  vendor_slug: vendor?.toLowerCase() ?? null,
});
const ANALYTICS = tech('Google Analytics', 'Analytics', 'Google');
const STRIPE = tech('Stripe', 'Payments', 'Stripe');
const REACT = tech('React', 'JavaScript frameworks', 'Meta');
const PREACT = tech('Preact', 'JavaScript frameworks');
const CATALOGUE = [ANALYTICS, STRIPE, REACT, PREACT, tech('Stripe Radar', 'Fraud', 'Stripe')];

const STACKS: Readonly<Record<string, readonly object[] | undefined>> = {
  'shop.com': [ANALYTICS, STRIPE],
  'app.com': [REACT],
  'quiet.com': [],
};

const batch = ({ body }: HttpRequest): Exchange => {
  const { domains } = body as { domains: readonly string[] };
  const results = domains.map((domain) => {
    if (domain === 'untold.com') return { domain, status: 'found', company: { slug: 'untold', name: 'Untold' } };
    const technologies = STACKS[domain];
    const company = technologies === undefined ? null : { slug: domain, name: domain, technologies };
    return { domain, status: company === null ? 'not_tracked' : 'found', company };
  });
  return json(200, { results });
};

/** Finds parts of names and slugs, whole categories and vendors, in any case. */
const catalogue = ({ path }: HttpRequest): Exchange => {
  const query = new URLSearchParams(path.split('?')[1]);
  const [q, category, vendor] = [query.get('q'), query.get('category'), query.get('vendor')].map(
    (each) => each?.toLowerCase() ?? null,
  ) as [string | null, string | null, string | null];
  const data = CATALOGUE.filter(
    (each) =>
      (q === null || each.name.toLowerCase().includes(q) || each.slug.includes(q)) &&
      (category === null || each.category.toLowerCase() === category) &&
      (vendor === null || each.vendor_name?.toLowerCase() === vendor || each.vendor_slug === vendor),
  );
  return json(200, { data, pagination: { has_next: false, total_results: data.length } });
};

const whole = (): MemoryHost => hostWith({ 'companies.batch': batch, 'technologies.search': catalogue });
const without = (): MemoryHost => hostWith({ 'companies.batch': batch });
const down = (answer: () => Exchange): MemoryHost =>
  hostWith({ 'companies.batch': batch, 'technologies.search': answer });
const namesAsked = (host: MemoryHost): readonly string[] =>
  pathsOf(host).filter((path) => path.startsWith('/technologies?'));

const COLUMN = [['shop.com'], ['app.com'], ['quiet.com'], [''], ['x.example'], ['untold.com']];
const NO_GOOGEL = '! Trace does not know the technology "Googel Analytics". Did you mean Google Analytics?';

describe('TRACE_HAS_TECH', () => {
  it('says which name is meant in place of FALSE, and asks for the name once, and once for what begins like it', () => {
    const host = whole();
    expect(ask(host, 'TRACE_HAS_TECH', COLUMN, 'Googel Analytics')).toEqual([
      [NO_GOOGEL],
      [NO_GOOGEL],
      [NO_GOOGEL],
      [''],
      ['not tracked'],
      [NO_GOOGEL],
    ]);
    expect(namesAsked(host)).toEqual(['/technologies?q=Googel%20Analytics&page=1&limit=100']);
    expect(ask(host, 'TRACE_HAS_TECH', 'app.com', 'Googel Analytics')).toEqual([[NO_GOOGEL]]);
    ask(host, 'TRACE_HAS_TECH', 'quiet.com', 'Googel Analytics');
    expect(namesAsked(host).slice(1)).toEqual(['/technologies?q=goo&page=1&limit=100']);
  });

  it('keeps the columns of the other names', () => {
    expect(ask(whole(), 'TRACE_HAS_TECH', [['shop.com'], ['app.com']], 'stripe, Googel Analytics, REACT')).toEqual([
      [true, NO_GOOGEL, false],
      [false, NO_GOOGEL, true],
    ]);
  });

  it('asks nothing of a name that an answer shows', () => {
    const host = whole();
    expect(ask(host, 'TRACE_HAS_TECH', COLUMN, 'googleanalytics')).toEqual([
      [true],
      [false],
      [false],
      [''],
      ['not tracked'],
      [''],
    ]);
    expect(host.requests).toHaveLength(1);
  });

  it.each([
    ['no input', '', [['']]],
    ['a company that is not tracked', 'x.example', [['not tracked']]],
    ['a company whose technologies are not told', 'untold.com', [['']]],
  ])('asks nothing of a name for %s', (_name, input, cells) => {
    const host = whole();
    expect(ask(host, 'TRACE_HAS_TECH', input, 'Nothing Like It')).toEqual(cells);
    expect(namesAsked(host)).toEqual([]);
  });

  it('is FALSE for a name of the catalogue that is like a shown one', () => {
    expect(ask(whole(), 'TRACE_HAS_TECH', 'app.com', 'Preact')).toEqual([[false]]);
  });

  it('remembers for 30 days what is known and what is not, and asks again then', () => {
    const host = whole();
    const names = 'Preact, Nothing Like It';
    const first = ask(host, 'TRACE_HAS_TECH', 'app.com', names);
    expect(first).toEqual([
      [
        false,
        '! Trace does not know the technology "Nothing Like It". Check the spelling, or find it with =TRACE_TECH_SEARCH("part of its name").',
      ],
    ]);
    host.nowMs += 29 * 86_400_000;
    expect(ask(host, 'TRACE_HAS_TECH', 'app.com', names)).toEqual(first);
    expect(namesAsked(host)).toEqual([
      '/technologies?q=Preact&page=1&limit=100',
      '/technologies?q=Nothing%20Like%20It&page=1&limit=100',
      '/technologies?q=not&page=1&limit=100',
    ]);
    host.nowMs += 2 * 86_400_000;
    ask(host, 'TRACE_HAS_TECH', 'app.com', names);
    expect(namesAsked(host)).toHaveLength(6);
  });

  it('reserves and spends nothing for names', () => {
    const host = whole();
    ask(host, 'TRACE_HAS_TECH', 'app.com', 'Googel Analytics, Preact, Nothing');
    expect(host.spending.counters.formulas).toBe(1);
  });

  it.each([
    [
      '#NAME?',
      '! The technologies argument shows #NAME?. Put quotes around a name, such as "Stripe", or correct the cell it comes from.',
    ],
    [
      '#N/A',
      '! The technologies argument shows #N/A. Put quotes around a name, such as "Stripe", or correct the cell it comes from.',
    ],
    ['Loading...', '! The input cell is still loading. This row is answered when it has its value.'],
    ['Wird geladen …', '! The input cell is still loading. This row is answered when it has its value.'],
    [
      'trace_abcdefghijklmnop',
      '! The input is an API key. Delete it from the sheet, where others can read it; it belongs in the Trace panel.',
    ],
  ])('takes %s for no name, and asks nothing', (name, cell) => {
    const host = whole();
    expect(ask(host, 'TRACE_HAS_TECH', COLUMN, name)).toEqual([[cell]]);
    expect(host.requests).toEqual([]);
  });

  it('says in its own column what is wrong with one of several names', () => {
    const host = whole();
    const [[stripe, error]] = ask(host, 'TRACE_HAS_TECH', 'shop.com', [['Stripe'], ['#REF!']]) as [[unknown, unknown]];
    expect([stripe, String(error).slice(0, 43)]).toEqual([true, '! The technologies argument shows #REF!. Pu']);
    expect(host.requests).toHaveLength(1);
  });

  it('asks nothing of a text that is too long for a name', () => {
    const host = whole();
    const [[cell]] = ask(host, 'TRACE_HAS_TECH', 'app.com', 'x'.repeat(5_000)) as [[string]];
    expect(cell).toContain('! Trace does not know the technology "xxx');
    expect(namesAsked(host)).toEqual([]);
  });

  describe('with documented routes only', () => {
    it('lets the plain answer stand, and asks once a day', () => {
      const host = without();
      expect(ask(host, 'TRACE_HAS_TECH', COLUMN, 'Nothing, Preact')).toEqual([
        [false, false],
        [false, false],
        [false, false],
        ['', ''],
        ['not tracked', 'not tracked'],
        ['', ''],
      ]);
      ask(host, 'TRACE_HAS_TECH', 'app.com', 'Other');
      expect(namesAsked(host)).toHaveLength(2);
    });

    it('TRACE_FIELDS says that names cannot be checked, once that is known, and asks nothing for it', () => {
      const host = without();
      const last = (): unknown => ask(host, 'TRACE_FIELDS').at(-1);
      expect(last()).not.toContain('technologies');
      ask(host, 'TRACE_HAS_TECH', 'app.com', 'Preact');
      const requests = host.requests.length;
      expect(last()).toEqual([
        'TRACE_HAS_TECH',
        'technologies',
        'Names cannot be checked: Trace has no list of technologies here. A misspelled name shows FALSE, or none in a filter.',
      ]);
      expect(host.requests).toHaveLength(requests);
    });

    it('knows a slip in a long name that an answer shows', () => {
      expect(ask(without(), 'TRACE_HAS_TECH', [['shop.com'], ['app.com']], 'Googel Analytics')).toEqual([
        [NO_GOOGEL],
        [NO_GOOGEL],
      ]);
    });
  });

  describe.each<[string, () => Exchange, string]>([
    [
      'unreachable',
      () => ({ ok: false, reason: 'unreachable' }),
      'Trace could not be reached. Check the connection, then ask again.',
    ],
    ['late', () => ({ ok: false, reason: 'timedOut' }), 'Trace took too long to answer. Ask again in a minute.'],
    [
      'failing',
      () => json(500, { error: 'internal', message: 'No.' }),
      'Trace has a problem (HTTP 500). Ask again in a few minutes.',
    ],
    ['malformed', () => text(200, '<html>'), 'The answer from Trace could not be read. Ask again in a minute.'],
    [
      'cut off',
      () => text(200, '{"data":[{"name":"Pre'),
      'The answer from Trace could not be read. Ask again in a minute.',
    ],
  ])('with a catalogue that is %s', (_name, answer, why) => {
    it('keeps what the answers show, and says so of the rest', () => {
      expect(ask(down(answer), 'TRACE_HAS_TECH', [['shop.com'], ['app.com'], ['']], 'Stripe, Preact')).toEqual([
        [true, `! The name "Preact" could not be checked. ${why}`],
        [false, `! The name "Preact" could not be checked. ${why}`],
        ['', ''],
      ]);
    });

    it('answers once it is there again', () => {
      let isDown = true;
      const host = hostWith({
        'companies.batch': batch,
        'technologies.search': (request: HttpRequest) => (isDown ? answer() : catalogue(request)),
      });
      ask(host, 'TRACE_HAS_TECH', 'app.com', 'Preact');
      isDown = false;
      expect(ask(host, 'TRACE_HAS_TECH', 'app.com', 'Preact')).toEqual([[false]]);
    });
  });

  it('tells nothing of a name that may stand behind the rows that were read', () => {
    const data = Array.from({ length: 100 }, (_row, index) => ({ name: `R ${index}`, slug: `r-${index}` }));
    const cut = (): Exchange => json(200, { data, pagination: { has_next: true, total_results: 300 } });
    expect(ask(down(cut), 'TRACE_HAS_TECH', 'app.com', 'R')).toEqual([[false]]);
  });

  it('lets the plain answer stand where the catalogue has no names that can be read', () => {
    const nameless = (): Exchange => json(200, { data: [{ id: 1 }] });
    expect(ask(down(nameless), 'TRACE_HAS_TECH', 'app.com', 'Preact')).toEqual([[false]]);
  });

  it('keeps nothing that may be different in a minute', () => {
    const kept: string[] = [];
    const host = down(() => ({ ok: false, reason: 'unreachable' }));
    runSync(callFunction('TRACE_HAS_TECH', [[['shop.com'], ['app.com']], 'Stripe, Preact']), {
      ...host.performers,
      keepShown: ({ answers }) => void kept.push(...answers.map(({ key }) => key)),
    });
    expect(kept).toEqual([]);
  });
});

describe('TRACE_TECH', () => {
  it.each([
    ['category=Payment', '! Trace does not know the category "Payment". Did you mean Payments?'],
    ['vendor=Gogle', '! Trace does not know the vendor "Gogle". Did you mean Google?'],
    ['category=Analytics,Payment', '! Trace does not know the category "Payment". Did you mean Payments?'],
    ['category=Loading...', '! The input cell is still loading. This row is answered when it has its value.'],
    [
      'vendor=Nobody Inc',
      '! Trace does not know the vendor "Nobody Inc". Use a vendor_slug from =TRACE_TECH_SEARCH(…).',
    ],
  ])('with %s is one cell', (options, cell) => {
    expect(ask(whole(), 'TRACE_TECH', COLUMN, 'name', options)).toEqual([[cell]]);
  });

  it('says none for a category and a vendor of the catalogue that no answer shows', () => {
    const host = whole();
    expect(ask(host, 'TRACE_TECH', 'shop.com', 'name, count', 'category=fraud')).toEqual([['none', 0]]);
    expect(ask(host, 'TRACE_TECH', 'shop.com', 'name', 'vendor=Meta')).toEqual([['none']]);
    expect(namesAsked(host)).toEqual([
      '/technologies?category=fraud&page=1&limit=10',
      '/technologies?vendor=Meta&page=1&limit=10',
    ]);
  });

  it('asks nothing of a category that an answer shows', () => {
    const host = whole();
    expect(ask(host, 'TRACE_TECH', [['shop.com'], ['app.com']], 'name', 'category=payments')).toEqual([
      ['Stripe'],
      ['none'],
    ]);
    expect(host.requests).toHaveLength(1);
  });

  it('lets the plain answer stand where the service does not filter', () => {
    const all = (): Exchange => json(200, { data: CATALOGUE, pagination: { has_next: false } });
    expect(ask(down(all), 'TRACE_TECH', 'shop.com', 'name', 'category=Widgets')).toEqual([['none']]);
    const refused = (): Exchange => json(422, { detail: [{ loc: ['query', 'vendor'], msg: 'Extra' }] });
    expect(ask(down(refused), 'TRACE_TECH', 'shop.com', 'name', 'vendor=Acme')).toEqual([['none']]);
  });

  it('with documented routes only says none', () => {
    expect(ask(without(), 'TRACE_TECH', 'shop.com', 'name', 'category=Widgets')).toEqual([['none']]);
  });

  it('with a catalogue that is down keeps what a filter finds, and does not say none', () => {
    const host = down(() => ({ ok: false, reason: 'unreachable' }));
    const options = 'category=Analytics, Fraud';
    expect(ask(host, 'TRACE_TECH', [['shop.com'], ['app.com']], 'name', options)).toEqual([
      ['Google Analytics'],
      ['! The name "Fraud" could not be checked. Trace could not be reached. Check the connection, then ask again.'],
    ]);
  });
});

describe('tables', () => {
  const missing = (): Exchange => json(404, { detail: { error: 'technology_not_found', message: 'No.' } });
  const empty = { companies: [], pagination: { has_next: false } };

  it('TRACE_TECH_COMPANIES suggests names', () => {
    const host = hostWith({ 'technologies.search': catalogue, 'technologies.companies': missing });
    const cell = [['! Trace does not know the technology "Stripes". Did you mean Stripe?']];
    expect(ask(host, 'TRACE_TECH_COMPANIES', 'Stripes')).toEqual(cell);
    expect(pathsOf(host)).toEqual(['/technologies?q=Stripes&page=1&limit=100', '/technologies?q=str&page=1&limit=100']);
    expect(ask(host, 'TRACE_TECH_COMPANIES', 'stripes')).toEqual([
      ['! Trace does not know the technology "stripes". Did you mean Stripe?'],
    ]);
  });

  it.each([
    ['TRACE_TECH_COMPANIES', 'stripes', '! Trace does not know the technology "stripes". Did you mean Stripe?'],
    ['TRACE_VENDOR_COMPANIES', 'Gogle', '! Trace does not know the vendor "Gogle". Did you mean Google?'],
  ] as const)('%s of an unknown name is no empty table', (id, name, cell) => {
    const answers = { 'technologies.search': catalogue, 'technologies.companies': empty, 'vendors.companies': empty };
    expect(ask(hostWith(answers), id, name)).toEqual([[cell]]);
    const documented = { 'technologies.search': catalogue, 'companies.search': { data: [] } };
    expect(ask(hostWith(documented), id, name)).toEqual([[cell]]);
  });

  it('a known name without companies is none, and so is any where there is no catalogue', () => {
    const host = hostWith({ 'technologies.search': catalogue, 'technologies.companies': empty });
    expect(ask(host, 'TRACE_TECH_COMPANIES', 'stripe', 'name', 'headers=0')).toEqual([['none']]);
    const documented = hostWith({ 'companies.search': { data: [] } });
    expect(ask(documented, 'TRACE_TECH_COMPANIES', 'stripes', 'name', 'headers=0')).toEqual([['none']]);
  });

  it('TRACE_TECH_SEARCH says that a category is not known', () => {
    const host = hostWith({ 'technologies.search': catalogue });
    expect(ask(host, 'TRACE_TECH_SEARCH', 'stripe', 'name', 'category=Payment')).toEqual([
      ['! Trace does not know the category "Payment". Did you mean Payments?'],
    ]);
    expect(ask(host, 'TRACE_TECH_SEARCH', 'react', 'name', 'category=Payments;headers=0')).toEqual([['none']]);
  });
});

describe('TRACE_SEARCH', () => {
  const germans = ({ path }: HttpRequest): Exchange => {
    const country = new URLSearchParams(path.split('?')[1]).get('country');
    return json(200, { data: country === 'Germany' ? [{ slug: 'a', name: 'A', country }] : [] });
  };

  it.each(['Germany', 'germany', 'DE', 'de', 'DEU'])('finds companies of %s', (country) => {
    const host = hostWith({ 'companies.search': germans });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', `country=${country};headers=0`)).toEqual([['A']]);
    expect(pathsOf(host)).toEqual(['/companies?country=Germany&page=1&limit=25']);
  });

  it('finds companies also where Trace says codes', () => {
    const codes = ({ path }: HttpRequest): Exchange =>
      json(200, { data: path.includes('country=US&') ? [{ slug: 'a', name: 'A' }] : [] });
    const host = hostWith({ 'companies.search': codes });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', 'country=USA;headers=0')).toEqual([['A']]);
  });

  it('finds companies also where Trace says what was typed, and neither the name nor the code', () => {
    const own = ({ path }: HttpRequest): Exchange =>
      json(200, { data: path.includes('country=UK&') ? [{ slug: 'a', name: 'A' }] : [] });
    const host = hostWith({ 'companies.search': own });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', 'country=UK;headers=0')).toEqual([['A']]);
  });

  it.each([
    ['country=Germny', '! Trace does not know the country "Germny". Did you mean Germany?', 0],
    [
      'country=Atlantis',
      '! Trace does not know the country "Atlantis". Give its English name or its ISO code, such as Germany or DE.',
      1,
    ],
    [
      'country=#REF!',
      "! The country argument shows #REF!. Put quotes around a name, such as country='Name', or correct the cell it comes from.",
      0,
    ],
  ])('with %s says what is wrong', (options, cell, requests) => {
    const host = hostWith({ 'companies.search': { data: [] } });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', options)).toEqual([[cell]]);
    expect(host.requests).toHaveLength(requests);
  });

  it('a country that is not in the table is known where Trace has companies there', () => {
    const host = hostWith({ 'companies.search': { data: [{ slug: 'a', name: 'A', country: 'Scotland' }] } });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', 'country=Scotland;headers=0')).toEqual([['A']]);
  });

  it.each([
    [
      'technology=Googel Analytics',
      '! Trace does not know the technology "Googel Analytics". Did you mean Google Analytics?',
    ],
    ['vendor=Gogle', '! Trace does not know the vendor "Gogle". Did you mean Google?'],
  ])('with %s says what is meant', (options, cell) => {
    const host = hostWith({ 'companies.search': { data: [] }, 'technologies.search': catalogue });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', options)).toEqual([[cell]]);
  });

  it('with a catalogue that is down is no empty table', () => {
    const unreachable = (): Exchange => ({ ok: false, reason: 'unreachable' });
    const host = hostWith({ 'companies.search': { data: [] }, 'technologies.search': unreachable });
    expect(ask(host, 'TRACE_SEARCH', '', 'name', 'technology=Preact')).toEqual([
      ['! The name "Preact" could not be checked. Trace could not be reached. Check the connection, then ask again.'],
    ]);
  });
});

it('sentences of unknown names are errors that a person can correct', () => {
  const { kind } = new TraceError('technologyUnknown', { text: 'x', nearest: [] });
  expect([kind, new TraceError('nameUnchecked', { text: 'x', why: '' }).kind]).toEqual(['value', 'notAvailable']);
});
