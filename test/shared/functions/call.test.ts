import type { FunctionId } from '../../../shared/catalogue/index';
import type { Cell } from '../../../shared/cells/values';
import { runSync } from '../../../shared/task';
import { TraceError } from '../../../shared/errors/trace-error';
import { callFunction } from '../../../shared/functions/call';
import { json, MemoryHost } from '../../fakes/memory-host';

const tech = (name: string, category: string | null, last: string | null, vendor: string | null = null) => ({
  name,
  slug: name.toLowerCase().replace(/ /g, '-'),
  category,
  vendor_name: vendor,
  vendor_slug: vendor?.toLowerCase() ?? null,
  last_detected_at: last,
});

const COMPANIES: Record<string, object> = {
  'stripe.com': {
    slug: 'stripe',
    name: 'Stripe',
    primary_domain: 'stripe.com',
    domains: ['stripe.com', 'stripe.network'],
    employee_count: 8000,
    founded_year: null,
    country: 'US',
    last_crawled_at: '2026-06-01T23:00:00Z',
    technology_count: 9,
    firmographics: { industry: 'Payments' },
    score: { total: 0.5, parts: [{ label: 'a' }, { label: 'b' }] },
    technologies: [
      tech('react', 'JavaScript', '2026-05-01T00:00:00Z'),
      tech('Google Analytics', 'Analytics', '2026-06-01T00:00:00Z', 'Google'),
      tech('Apollo', null, null),
    ],
  },
  'quiet.example': { slug: 'quiet', name: 'Quiet', technologies: [] },
  'untold.example': { slug: 'untold', name: 'Untold' },
};

const partner = (name: string, last: string) => ({
  partner_name: name,
  partner_domain: `${name.toLowerCase()}.com`,
  last_observed_at: last,
});

function host(): MemoryHost {
  return new MemoryHost(({ operation, path, body }) => {
    const { domains } = (body ?? { domains: [] }) as { domains: string[] };
    if (operation === 'companies.batch') {
      return json(200, {
        results: domains.map((domain) => ({
          domain,
          status: COMPANIES[domain] ? 'found' : 'not_tracked',
          company: COMPANIES[domain],
        })),
      });
    }
    if (operation === 'enrichment.partnerships') {
      const partnerships = [
        partner('Adyen', '2026-01-01T00:00:00Z'),
        partner('Shopify', '2026-03-01T00:00:00Z'),
        partner('Ably', '2026-01-01T00:00:00Z'),
      ];
      return json(200, {
        results: domains.map((domain) =>
          domain === 'stripe.com'
            ? { domain, status: 'found', partnerships, partnership_count: 48 }
            : { domain, status: 'no_partnerships', partnerships: [], partnership_count: 0 },
        ),
      });
    }
    if (path.startsWith('/companies/stripe.com/partnerships')) {
      const data = [
        { ...partner('Shopify', '2026-03-01T00:00:00Z'), partnership_type: 'technology' },
        { ...partner('Adyen', '2026-01-01T00:00:00Z'), partnership_type: 'channel' },
      ].slice(0, Number(/limit=(\d+)/.exec(path)?.[1]));
      return json(200, { data, pagination: { has_next: false }, company: { partnership_count: 48 } });
    }
    if (path.startsWith('/companies/b.com/partnerships')) {
      return json(200, { data: [], pagination: { has_next: false }, company: { partnership_count: 0 } });
    }
    return json(404, { detail: { error: 'company_not_found', message: 'No.' } });
  });
}

const call = (id: FunctionId, ...args: unknown[]) =>
  runSync(callFunction(id, args), host().performers).map((row) => row.map(shown));

function shown(cell: Cell): string | number | boolean {
  if (typeof cell !== 'object') return cell;
  return cell instanceof TraceError ? `! ${cell.message}` : `day ${cell.day}`;
}

describe('TRACE_TECH', () => {
  it.each([
    ['orders by name, ignoring case', ['stripe.com'], [['Apollo, Google Analytics, react']]],
    [
      'joins every field in one order',
      ['stripe.com', 'name, category'],
      [['Apollo, Google Analytics, react', ', Analytics, JavaScript']],
    ],
    ['sorts the other way', ['stripe.com', '', 'sort=-name'], [['react, Google Analytics, Apollo']]],
    [
      'puts missing values last in either direction',
      ['stripe.com', null, 'sort=-last_detected_at'],
      [['Google Analytics, react, Apollo']],
    ],
    [
      'puts missing values last, upwards too',
      ['stripe.com', 0, 'sort=last_detected_at'],
      [['react, Google Analytics, Apollo']],
    ],
    ['cuts after sorting', ['stripe.com', undefined, 'top=1;sort=-name'], [['react']]],
    ['filters by whole names or slugs, ignoring case', ['stripe.com', '', 'vendor=GOOGLE'], [['Google Analytics']]],
    [
      'takes several values for a filter',
      ['stripe.com', '', 'category=analytics,javascript'],
      [['Google Analytics, react']],
    ],
    ['says none where a filter leaves none', ['stripe.com', '', 'category=CRM'], [['none']]],
    ['does not match a part of a name', ['stripe.com', '', 'category=script'], [['none']]],
    ["shows the service's own count", ['stripe.com', 'count'], [[9]]],
    ['counts what a filter lets through', ['stripe.com', 'count', 'category=Analytics'], [[1]]],
    ['joins days as texts', ['stripe.com', 'last_detected_at'], [[', 2026-06-01, 2026-05-01']]],
    [
      'shows single days as days',
      ['stripe.com', 'last_detected_at', 'layout=columns;top=2;sort=-last_detected_at'],
      [['day 2026-06-01', 'day 2026-05-01']],
    ],
    ['shows the day of the answer', ['stripe.com', 'as_of'], [['day 2026-06-15']]],
    [
      'tells the four cases apart',
      [[['quiet.example'], ['untold.example'], ['x.example'], ['']]],
      [['none'], [''], ['not tracked'], ['']],
    ],
    ['counts nothing as 0 and unknown as blank', [[['quiet.example'], ['untold.example']], 'count'], [[0], ['']]],
    [
      'takes options from a range',
      [
        'stripe.com',
        '',
        [
          ['top', 1],
          ['sep', '/'],
        ],
      ],
      [['Apollo']],
    ],
    [
      'asks one company once however it is written',
      [[['stripe.com'], ['https://www.stripe.com/']], 'count'],
      [[9], [9]],
    ],
  ])('%s', (_name, args, cells) => {
    expect(call('TRACE_TECH', ...args)).toEqual(cells);
  });

  it('keeps a problem in its own row', () => {
    expect(call('TRACE_TECH', [['#N/A'], ['stripe.com']], 'count')).toEqual([
      ['! The input cell shows #N/A. Correct that cell first.'],
      [9],
    ]);
  });

  it.each([
    [['stripe.com', 'nam'], '! There is no field "nam". Did you mean name'],
    [['stripe.com', '', 'top=x'], '! top=x is not understood'],
    [[[['a.com', 'b.com']]], '! The range is 2 columns wide.'],
    [['stripe.com', 'name, slug', 'layout=columns'], '! layout=columns shows one field'],
    [[], '! The domains argument is missing. Write the formula like =TRACE_TECH(A2).'],
  ])('shows a problem of the formula in one cell: %j', (args, beginning) => {
    const cells = call('TRACE_TECH', ...args);
    expect([cells.length, cells[0]!.length, String(cells[0]![0]).startsWith(beginning)]).toEqual([1, 1, true]);
  });
});

describe('TRACE_HAS_TECH', () => {
  it.each([
    [
      'finds whole names and slugs only',
      ['stripe.com', 'Google, google analytics, google-analytics'],
      [[false, true, true]],
    ],
    ['is FALSE for a company without technologies', ['quiet.example', 'React'], [[false]]],
    ['is blank, not FALSE, where nothing is known', ['untold.example', 'React'], [['']]],
    ['says not tracked', ['x.example', 'React, Vue'], [['not tracked', 'not tracked']]],
    [
      'has the technologies as headers',
      [[['stripe.com'], ['']], [['React'], ['Vue']], 'headers=2'],
      [
        ['input', 'React', 'Vue'],
        ['stripe.com', true, false],
        ['', '', ''],
      ],
    ],
    [
      'needs a technology',
      ['stripe.com', ''],
      [['! The technologies argument is missing. Write the formula like =TRACE_HAS_TECH(A2,"Stripe").']],
    ],
  ])('%s', (_name, args, cells) => {
    expect(call('TRACE_HAS_TECH', ...args)).toEqual(cells);
  });
});

describe('TRACE_COMPANY', () => {
  it.each([
    ['shows the name by default', ['stripe.com'], [['Stripe']]],
    ['shows fields in the order asked', ['stripe.com', 'employee_count, name'], [[8000, 'Stripe']]],
    ['shows a missing value as blank', ['stripe.com', 'founded_year, city'], [['', '']]],
    ['finds firmographics one level deeper', ['stripe.com', 'industry'], [['Payments']]],
    ['shows a timestamp as its day in UTC', ['stripe.com', 'last_crawled_at'], [['day 2026-06-01']]],
    [
      'joins lists',
      ['stripe.com', 'domains, technologies', "sep=' | '"],
      [['stripe.com | stripe.network', 'Apollo | Google Analytics | react']],
    ],
    [
      'reaches any path',
      ['stripe.com', 'score.total, score.parts.label, score.parts.1.label, technologies.vendor_name'],
      [[0.5, 'a, b', 'b', ', Google, ']],
    ],
    ['reaches a field of one step by a leading dot', ['stripe.com', '.country'], [['US']]],
    ['shows a path that leads nowhere as blank', ['stripe.com', 'score.missing.deep'], [['']]],
    ['shows an empty list as none', ['quiet.example', 'technologies, technologies.name'], [['none', 'none']]],
    [
      'refuses a misspelt field',
      ['stripe.com', 'employes'],
      [
        [
          '! There is no field "employes". Did you mean employee_count or employee_range? =TRACE_FIELDS() lists all fields.',
        ],
      ],
    ],
  ])('%s', (_name, args, cells) => {
    expect(call('TRACE_COMPANY', ...args)).toEqual(cells);
  });
});

describe('TRACE_PARTNERS', () => {
  it.each([
    ['shows the latest seen first, then by name', ['stripe.com'], [['Shopify, Ably, Adyen … +45 more']]],
    ['cuts after sorting', ['stripe.com', '', 'top=1'], [['Shopify']]],
    ["shows the service's own count", [[['stripe.com'], ['b.com']], 'count'], [[48], [0]]],
    ['says none where there are none', ['b.com'], [['none']]],
    ['filters by type', ['stripe.com', 'name, type', 'type=channel'], [['Adyen', 'channel']]],
    ['says not tracked from the per-company list too', ['x.example', 'type'], [['not tracked']]],
  ])('%s', (_name, args, cells) => {
    expect(call('TRACE_PARTNERS', ...args)).toEqual(cells);
  });
});

describe('TRACE_FIELDS', () => {
  it('lists every field of every function at no cost', () => {
    const memory = host();
    const cells = runSync(callFunction('TRACE_FIELDS', []), memory.performers);
    expect(memory.requests).toEqual([]);
    expect(cells[0]).toEqual(['function', 'field', 'example']);
    expect(cells[1]).toEqual(['TRACE_TECH', 'name', 'Stripe']);
    expect(cells.filter(([id]) => id === 'TRACE_COMPANY')).toHaveLength(18);
  });

  it("shows a company's own values, and the paths that the catalogue does not know", () => {
    const cells = call('TRACE_FIELDS', 'stripe.com');
    const exampleOf = (id: string, field: string) => cells.find((row) => row[0] === id && row[1] === field)?.[2];
    expect([
      exampleOf('TRACE_COMPANY', 'employee_count'),
      exampleOf('TRACE_TECH', 'name'),
      exampleOf('TRACE_COMPANY', 'score.total'),
      exampleOf('TRACE_COMPANY', 'firmographics.industry'),
    ]).toEqual([8000, 'Apollo, Google Analytics, react', 0.5, 'Payments']);
  });

  it.each([
    ['x.example', [['not tracked']]],
    ['#REF!', [['! The input cell shows #REF!. Correct that cell first.']]],
    [[['a.com'], ['b.com']], [['! This function takes one cell here, and 2 are given. Give one, such as A2.']]],
  ])('%j is answered in one cell', (argument, cells) => {
    expect(call('TRACE_FIELDS', argument)).toEqual(cells);
  });
});

it('a fault of ours is a sentence, never an exception', () => {
  const memory = host();
  const performers = {
    ...memory.performers,
    lookup: () => {
      throw new Error('bug');
    },
  };
  const [[cell]] = runSync(callFunction('TRACE_TECH', ['stripe.com']), performers) as [[Cell]];
  expect(shown(cell)).toBe('! Something in this add-on went wrong (bug). Please report it to Trace support.');
});
