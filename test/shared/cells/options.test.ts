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
      since: null,
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
      since: null,
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
    ['headers=3', 'headers accepts 0, 1 or 2, not "3".'],
    ['layout=wide', 'layout accepts join, columns or spill, not "wide".'],
    ['top=abc', 'top accepts a whole number from 1 to 1,000, not "abc".'],
    ['top=0', 'top accepts a whole number from 1 to 1,000, not "0".'],
    ['top=-1', 'top accepts a whole number from 1 to 1,000, not "-1".'],
    ['top=1001', 'top accepts a whole number from 1 to 1,000, not "1001".'],
    ['max_age=30', 'max_age accepts an age such as 30d, 12h or 45m, not "30".'],
    [
      'sort=price',
      'sort accepts one of its fields, or the field after a minus sign for descending order, not "price".',
    ],
    [
      'sort=count',
      'sort accepts one of its fields, or the field after a minus sign for descending order, not "count".',
    ],
    [
      'type=channel',
      'There is no option "type" here. This function accepts headers, layout, top, sep, sort, if_none, if_problem, max_age, category, vendor and since.',
    ],
    [
      'toString=1',
      'There is no option "tostring" here. This function accepts headers, layout, top, sep, sort, if_none, if_problem, max_age, category, vendor and since.',
    ],
    ['tpo=3', 'There is no option "tpo" here. Did you mean top?'],
    ['max_ag=7', 'There is no option "max_ag" here. Did you mean max_age?'],
    ['tep=3', 'There is no option "tep" here. Did you mean top or sep?'],
  ])('%s is refused', (text, sentence) => {
    expect(() => readOptions(text, TECH)).toThrow(sentence);
  });

  it('say so where a function takes no other than that of problems', () => {
    expect(() => readOptions('top=3', specOf('TRACE_FIELDS'))).toThrow(
      'There is no option "top" here. This function accepts if_problem.',
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
    ['TRACE_PARTNER_GRAPH', 'depth=3', 'depth accepts 1 or 2, not'],
    ['TRACE_PARTNER_GRAPH', 'depth=1,2', 'depth accepts 1 or 2, not'],
    ['TRACE_LIST', 'tier=high,medium', 'tier accepts high, medium or exploratory, not'],
    ['TRACE_PARTNERS', 'type=reseller', 'type accepts technology, channel or generic, separated by commas'],
    ['TRACE_PARTNERS', 'type=channel,', 'type accepts technology, channel or generic, separated by commas'],
  ] as const)('of %s are refused: %s', (id, text, sentence) => {
    expect(() => given(text, id)).toThrow(sentence);
  });

  it.each([
    ['TRACE_PARTNERS', 1_000],
    ['TRACE_SEARCH', 10_000],
    ['TRACE_GET', 10_000],
    ['TRACE_PARTNER_GRAPH', 200],
  ] as const)('of %s: top= is at most %i', (id, most) => {
    expect(readOptions(`top=${most}`, specOf(id)).top).toBe(most);
    expect(() => readOptions(`top=${most + 1}`, specOf(id))).toThrow(
      `top accepts a whole number from 1 to ${most.toLocaleString('en-US')}, not`,
    );
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
