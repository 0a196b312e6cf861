import { ask, hostWith, notFound, pathsOf } from '../../fakes/routes-api';

const YES = { partnered: true, first_observed_at: '2025-07-14T00:00:00Z', partnership_type: 'technology' };

const enriched = (partnerships: unknown, more: object = {}) =>
  hostWith({ 'enrichment.partnerships': { results: [{ domain: 'a.com', status: 'found', partnerships, ...more }] } });

describe('TRACE_PARTNERED', () => {
  it('says whether two are partners, and since when', () => {
    const host = hostWith({ 'partnerships.lookup': YES });
    expect(ask(host, 'TRACE_PARTNERED', 'a.com', 'b.com')).toEqual([[true, 'day 2025-07-14']]);
    expect(pathsOf(host)).toEqual(['/partnerships/lookup?company_a=a.com&company_b=b.com']);
  });

  it.each([
    ['FALSE', { partnered: false }, [[false, '']]],
    ['data around it', { data: YES }, [[true, 'day 2025-07-14']]],
    ['nothing', {}, [['', '']]],
    ['nothing of it', { partnered: null, first_observed_at: 7 }, [['', '']]],
  ])('reads %s', (_name, body, cells) => {
    expect(ask(hostWith({ 'partnerships.lookup': body }), 'TRACE_PARTNERED', 'a.com', 'b.com')).toEqual(cells);
  });

  it('says not tracked in every column of its row', () => {
    const host = hostWith({ 'partnerships.lookup': notFound('company_not_found') });
    expect(ask(host, 'TRACE_PARTNERED', 'a.com', 'x.example')).toEqual([['not tracked', 'not tracked']]);
  });

  it('takes pairs row by row, and each once', () => {
    const host = hostWith({ 'partnerships.lookup': YES });
    const cells = ask(
      host,
      'TRACE_PARTNERED',
      [['a.com'], ['c.com'], ['A.com'], [''], ['#N/A']],
      [['b.com'], ['d.com'], ['www.b.com'], ['b.com'], ['b.com']],
      'partnered',
      'headers=2',
    );
    expect(cells).toEqual([
      ['input', 'partnered'],
      ['a.com + b.com', true],
      ['c.com + d.com', true],
      ['A.com + www.b.com', true],
      [' + b.com', ''],
      ['#N/A + b.com', '! The input cell shows #N/A. Correct that cell first.'],
    ]);
    expect(host.requests).toHaveLength(2);
  });

  it.each([
    ['many against one', [['b.com'], ['c.com']], 'a.com'],
    ['one against many', 'a.com', [['b.com'], ['c.com']]],
  ])('takes %s', (_name, left, right) => {
    const host = hostWith({ 'partnerships.lookup': YES });
    expect(ask(host, 'TRACE_PARTNERED', left, right, 'partnered')).toEqual([[true], [true]]);
  });

  it('refuses columns of different lengths in one cell', () => {
    expect(ask(hostWith({}), 'TRACE_PARTNERED', [['a.com'], ['b.com']], [['a.com'], ['b.com'], ['c.com']])).toEqual([
      ['! The columns have 2 and 3 rows. Use columns of the same length, or one cell on one side.'],
    ]);
  });

  it('says so where both sides are one company, in its own row, and asks nothing about it', () => {
    const host = hostWith({ 'partnerships.lookup': YES });
    expect(ask(host, 'TRACE_PARTNERED', [['a.com'], ['b.com']], 'www.A.com')).toEqual([
      ['same company', 'same company'],
      [true, 'day 2025-07-14'],
    ]);
    expect(pathsOf(host)).toEqual(['/partnerships/lookup?company_a=b.com&company_b=a.com']);
  });

  it('shows what if_none= says for one company with itself', () => {
    expect(ask(hostWith({}), 'TRACE_PARTNERED', 'a.com', 'a.com', 'partnered', "if_none='-'")).toEqual([['-']]);
  });

  it.each([
    ['no second company', ['a.com']],
    ['none before the fields', ['a.com', null, 'partnered']],
    ['none after a column', [[['a.com'], ['b.com']]]],
  ])('shows the mended formula where there is %s', (_name, args) => {
    const host = hostWith({});
    expect(ask(host, 'TRACE_PARTNERED', ...args)).toEqual([
      ['! The second company is missing. Write =TRACE_PARTNERED(A2,B2).'],
    ]);
    expect(host.requests).toEqual([]);
  });
});

describe('TRACE_PARTNERED where there is no such route', () => {
  const SHOPIFY = { partner_name: 'B', partner_domain: 'B.com', partner_slug: 'b', first_observed_at: '2025-07-14' };

  it('looks among the partners of the first, a hundred to a request, and does not ask for the route again', () => {
    const host = enriched([SHOPIFY]);
    expect(ask(host, 'TRACE_PARTNERED', 'a.com', 'b.com')).toEqual([[true, 'day 2025-07-14']]);
    ask(host, 'TRACE_PARTNERED', 'a.com', 'c.com');
    expect(host.requests.map(({ operation }) => operation)).toEqual(['partnerships.lookup', 'enrichment.partnerships']);
  });

  it.each<[string, unknown, object, string, boolean | string]>([
    ['its domain', [SHOPIFY], {}, 'b.com', true],
    ['its slug', [SHOPIFY], {}, 'b', true],
    ['a domain within an address', [{ partner_domain: 'https://www.b.com/' }], {}, 'b.com', true],
    ['nothing: it is not in the whole list', [SHOPIFY], { partnership_count: 1 }, 'c.com', false],
    ['nothing: there are none', [], {}, 'c.com', false],
    ['nothing in a list that Trace has cut', [SHOPIFY], { partnership_count: 480 }, 'c.com', ''],
    ['nothing, where a partner has no domain', [{ partner_name: 'C', partner_slug: 'c' }], {}, 'c.com', ''],
    ['nothing, where a partner has no slug', [{ partner_name: 'C', partner_domain: 'c.com' }], {}, 'c', ''],
    ['nothing, where a partner cannot be read', [{}], {}, 'c.com', ''],
    ['no list', null, {}, 'c.com', ''],
  ])('tells a partner by %s', (_name, partnerships, more, other, partnered) => {
    expect(ask(enriched(partnerships, more), 'TRACE_PARTNERED', 'a.com', other, 'partnered')).toEqual([[partnered]]);
  });

  it('shows the day of the answer also where nothing is known', () => {
    expect(ask(enriched(null), 'TRACE_PARTNERED', 'a.com', 'b.com', 'partnered, as_of')).toEqual([
      ['', 'day 2026-06-15'],
    ]);
  });
});
