import type { Cell } from '../../../shared/cells/values';
import { callFunction } from '../../../shared/functions/call';
import { runSync } from '../../../shared/task';
import { call, host, shown } from './known-companies';

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
    expect(cells.filter(([id]) => id === 'TRACE_COMPANY')).toHaveLength(21);
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
    [[['a.com'], ['b.com']], [['! This argument accepts one cell, not 2. Use one, such as A2.']]],
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
  expect(shown(cell)).toBe(
    '! Something went wrong (bug). In the Trace panel on a computer, open Settings > Maintenance > Diagnose and copy the details.',
  );
});
