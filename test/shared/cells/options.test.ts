import { specOf } from '../../../shared/catalogue/index';
import { readOptions } from '../../../shared/cells/options';

const TECH = specOf('TRACE_TECH');

describe('options', () => {
  it('have defaults', () => {
    expect(readOptions(undefined, TECH)).toEqual({
      headers: 0,
      layout: 'join',
      top: null,
      separator: ', ',
      sort: null,
      ifNone: null,
      ifProblem: null,
      maxAgeMs: 2_592_000_000,
      isAgeAsked: false,
      filters: new Map(),
      isTopGiven: false,
      given: new Map(),
    });
  });

  it('are all understood together', () => {
    const text =
      "headers=2;layout=SPILL;top=7;sep=' / ';sort=-Vendor Name;if_none='-';max_age=12h;category=CRM, Sales ,;vendor=Google";
    expect(readOptions(text, TECH)).toEqual({
      headers: 2,
      layout: 'spill',
      top: 7,
      separator: ' / ',
      sort: { field: 'vendor_name', descending: true },
      ifNone: '-',
      ifProblem: null,
      maxAgeMs: 43_200_000,
      isAgeAsked: true,
      filters: new Map([
        ['category', ['crm', 'sales']],
        ['vendor', ['google']],
      ]),
      isTopGiven: true,
      given: new Map([
        ['headers', '2'],
        ['layout', 'SPILL'],
        ['top', '7'],
        ['sep', ' / '],
        ['sort', '-Vendor Name'],
        ['if_none', '-'],
        ['max_age', '12h'],
        ['category', 'CRM, Sales ,'],
        ['vendor', 'Google'],
      ]),
    });
  });

  it.each([
    ['30d', 2_592_000_000],
    ['45m', 2_700_000],
    ['2 W', 1_209_600_000],
    ['0', 0],
    ['0d', 0],
  ])('max_age=%s is %d ms', (text, maxAgeMs) => {
    expect(readOptions(`max_age=${text}`, TECH).maxAgeMs).toBe(maxAgeMs);
  });

  it.each([
    ['headers=3', 'headers=3 is not understood: headers takes 0, 1 or 2.'],
    ['layout=wide', 'layout=wide is not understood: layout takes join, columns or spill.'],
    ['top=abc', 'top=abc is not understood: top takes a whole number from 1 to 1000.'],
    ['top=0', 'top=0 is not understood: top takes a whole number from 1 to 1000.'],
    ['top=-1', 'top=-1 is not understood: top takes a whole number from 1 to 1000.'],
    ['top=1001', 'top=1001 is not understood: top takes a whole number from 1 to 1000.'],
    ['max_age=30', 'max_age=30 is not understood: max_age takes an age such as 30d, 12h or 45m.'],
    [
      'sort=price',
      'sort=price is not understood: sort takes one of its fields, with a minus sign before it for descending order.',
    ],
    [
      'sort=count',
      'sort=count is not understood: sort takes one of its fields, with a minus sign before it for descending order.',
    ],
    [
      'type=channel',
      'There is no option "type" here. This function knows headers, layout, top, sep, sort, if_none, if_problem, max_age, category and vendor.',
    ],
    [
      'toString=1',
      'There is no option "tostring" here. This function knows headers, layout, top, sep, sort, if_none, if_problem, max_age, category and vendor.',
    ],
  ])('%s is refused', (text, sentence) => {
    expect(() => readOptions(text, TECH)).toThrow(sentence);
  });

  it('say so where a function takes no other than that of problems', () => {
    expect(() => readOptions('top=3', specOf('TRACE_FIELDS'))).toThrow(
      'There is no option "top" here. This function knows if_problem.',
    );
  });
});

describe('words', () => {
  const given = (text: string, id: Parameters<typeof specOf>[0]) =>
    Object.fromEntries(readOptions(text, specOf(id)).given);

  it.each([
    ['TRACE_PARTNER_GRAPH', 'depth=2', { depth: '2' }],
    ['TRACE_LIST', 'tier= HIGH', { tier: 'high' }],
    ['TRACE_PARTNER_OF', 'type=Channel, generic', { type: 'channel,generic' }],
    ['TRACE_SEARCH', "country='United States'", { country: 'United States' }],
    ['TRACE_SEARCH', 'country=;industry= ', {}],
    ['TRACE_PARTNER_OF', 'type=', {}],
  ] as const)('of %s are read: %s', (id, text, words) => {
    expect(given(text, id)).toEqual(words);
  });

  it.each([
    ['TRACE_PARTNER_GRAPH', 'depth=3', 'depth takes 1 or 2.'],
    ['TRACE_PARTNER_GRAPH', 'depth=1,2', 'depth takes 1 or 2.'],
    ['TRACE_LIST', 'tier=high,medium', 'tier takes high, medium or exploratory.'],
    ['TRACE_PARTNERS', 'type=reseller', 'type takes technology, channel or generic, with commas between them.'],
    ['TRACE_PARTNERS', 'type=channel,', 'type takes technology, channel or generic, with commas between them.'],
  ] as const)('of %s are refused: %s', (id, text, sentence) => {
    expect(() => given(text, id)).toThrow(`${text} is not understood: ${sentence}`);
  });

  it.each([
    ['TRACE_PARTNERS', 1_000],
    ['TRACE_SEARCH', 10_000],
    ['TRACE_GET', 10_000],
    ['TRACE_PARTNER_GRAPH', 200],
  ] as const)('of %s: top= is at most %i', (id, most) => {
    expect(readOptions(`top=${most}`, specOf(id)).top).toBe(most);
    expect(() => readOptions(`top=${most + 1}`, specOf(id))).toThrow(`top takes a whole number from 1 to ${most}.`);
  });

  it.each([
    ['TRACE_PARTNERS', null],
    ['TRACE_SEARCH', 25],
    ['TRACE_LISTS', 100],
    ['TRACE_GET', null],
    ['TRACE_PARTNER_GRAPH', 25],
  ] as const)('of %s: top= is %s where it is left out', (id, usual) => {
    expect(readOptions('', specOf(id))).toMatchObject({ top: usual, isTopGiven: false });
  });
});
