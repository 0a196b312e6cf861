import { readPartners } from '../../../../shared/client/resources/partnerships';
import { runSync } from '../../../../shared/task';
import { callFunction } from '../../../../shared/functions/call';
import { ask, hostWith, pathsOf } from '../../../fakes/routes-api';
import { TraceError } from '../../../../shared/errors/trace-error';

const partner = (name: string, category: string | null) => ({ partner_name: name, category });
const LISTS: Readonly<Record<string, readonly object[]>> = {
  'a.com': [partner('Adyen', 'Payments'), partner('Klarna', 'Payment processing'), partner('Untold', null)],
  'b.com': [partner('Accenture', 'IT consulting')],
  'c.com': [],
};
const results = Object.entries(LISTS).map(([domain, partnerships]) => ({
  domain,
  status: partnerships.length > 0 ? 'found' : 'no_partnerships',
  partnerships,
  partnership_count: partnerships.length,
}));
const host = () => hostWith({ 'enrichment.partnerships': { results }, 'partnerships.list': { data: [] } });
const COLUMN = Object.keys(LISTS).map((domain) => [domain]);
const TOGETHER = '! One formula cannot show partner types with categories or descriptions. Use two formulas.';
const LIMITED =
  '! A credit limit rules out partner categories and descriptions. Remove them, or remove the limit in the Trace panel on a computer.';

describe('a category of partners', () => {
  it.each([
    ['Payment', 'Payments or Payment processing'],
    ['payment', 'Payments or Payment processing'],
    ['Paymets', 'Payments'],
    ['Consulting', 'IT consulting'],
    ['Payments,Consulting', 'IT consulting'],
  ])('%s is like one that is shown, which is no "none"', (category, nearest) => {
    const text = category.split(',').pop()!;
    expect(ask(host(), 'TRACE_PARTNERS', COLUMN, 'name, count', `category=${category}`)).toEqual([
      [`! Trace does not know the category "${text}". Did you mean ${nearest}?`],
    ]);
  });

  it.each([
    ['payments', [['Adyen'], ['none'], ['none']]],
    ['Payment processing', [['Klarna'], ['none'], ['none']]],
    ['Marketing', [['none'], ['none'], ['none']]],
    ['on', [['none'], ['none'], ['none']]],
    ['Payments,Marketing', [['Adyen'], ['none'], ['none']]],
  ])('%s is a plain answer', (category, cells) => {
    const asked = host();
    expect(ask(asked, 'TRACE_PARTNERS', COLUMN, 'name', `category=${category}`)).toEqual(cells);
    expect(pathsOf(asked)).toEqual(['/enrich/partnerships']);
  });

  it('is asked for nowhere where it is an error or still loading', () => {
    const asked = host();
    expect(ask(asked, 'TRACE_PARTNERS', COLUMN, 'name', 'category=#REF!')).toEqual([
      ['! The category argument is #REF!. Put quotes around it, such as category=Google, or correct its cell.'],
    ]);
    expect(ask(asked, 'TRACE_PARTNERS', COLUMN, 'name', 'category=Loading...')).toEqual([
      ['! The input cell is still loading. This row follows when it is ready.'],
    ]);
    expect(asked.requests).toEqual([]);
  });

  it.each([
    ['name', 'type=channel;category=Payments'],
    ['name, type', 'category=Payments'],
    ['type, category', ''],
    ['category', 'type=channel'],
    ['description', 'sort=type'],
    ['type', 'sort=category'],
  ])('with types is a sentence, and costs nothing: %s %s', (fields, options) => {
    const asked = host();
    expect(ask(asked, 'TRACE_PARTNERS', COLUMN, fields, options)).toEqual([[TOGETHER]]);
    expect(asked.requests).toEqual([]);
  });

  it('is not told by a list that was cut by a limit: that is not none', () => {
    const listed = {
      company: { name: null, slug: null, domain: 'a.com' },
      count: 1,
      partners: readPartners([{ partner_name: 'Adyen', partnership_type: 'channel' }]),
      isListed: true,
    };
    const kept: unknown[] = [];
    const call = (fields: string, options: string) =>
      runSync(callFunction('TRACE_PARTNERS', ['a.com', fields, options]), {
        ...host().performers,
        lookup: ({ identifiers }) =>
          new Map(identifiers.map((each) => [each, { is: 'found', record: listed, asOfMs: 0 } as never])),
        keepShown: ({ answers }) => void kept.push(...answers()),
      }).map((row) => row.map((cell) => (cell instanceof TraceError ? `! ${cell.message}` : cell)));
    expect(call('name', 'category=Payments')).toEqual([[LIMITED]]);
    expect(call('name, category', '')).toEqual([[LIMITED, LIMITED]]);
    expect(kept).toEqual([]);
    expect(call('name', '')).toEqual([['Adyen']]);
  });
});

it.each([
  ['name', 'category=Payments'],
  ['name, category', ''],
  ['name', 'sort=description'],
])('under a limit what only the batch tells is a sentence, and costs nothing: %s %s', (fields, options) => {
  const asked = host();
  asked.spending.policy = { mode: 'daily', limit: 500 };
  const shown = ask(asked, 'TRACE_PARTNERS', 'a.com', fields, options);
  expect(new Set(shown.flat())).toEqual(new Set([LIMITED]));
  expect(asked.requests).toEqual([]);
});

it('a type that Trace does not have is a sentence, before anything is asked', () => {
  const asked = host();
  for (const id of ['TRACE_PARTNERS', 'TRACE_PARTNER_OF'] as const) {
    expect(ask(asked, id, 'a.com', 'name', 'type=reseller')).toEqual([
      ['! type accepts technology, channel or generic, separated by commas, not "reseller".'],
    ]);
  }
  expect(asked.requests).toEqual([]);
});

it('TRACE_FIELDS says which names cannot be checked', () => {
  const rows = ask(host(), 'TRACE_FIELDS');
  const note = 'Trace has no list of these names. Check the spelling yourself.';
  expect(rows.slice(-2)).toEqual([
    ['TRACE_PARTNERS', 'category=', note],
    ['TRACE_SEARCH', 'industry=', note],
  ]);
});
