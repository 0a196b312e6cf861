import { json } from '../../../fakes/memory-host';
import { ask, hostWith, notFound, pathsOf } from '../../../fakes/routes-api';
import { SandboxHost } from '../../../fakes/sandbox-host';

const YES = { partnered: true, first_observed_at: '2025-07-14T00:00:00Z', partnership_type: 'technology' };

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
  const B = { name: 'Bee Inc', slug: 'b', primary_domain: 'b.com', partnership_count: 3 };
  const BEE = { partner_name: 'Bee Inc', partner_domain: 'B.com', partner_slug: 'b', first_observed_at: '2025-07-14' };
  const page = (data: unknown, more: object = {}) => ({
    data,
    pagination: { total_results: Array.isArray(data) ? data.length : 0, has_next: false, ...more },
  });
  /** The partners of a.com that have the name, and what is said of b.com. */
  const listing = (rows: unknown, about: object = B, more: object = {}) =>
    hostWith({
      'partnerships.list': ({ path }) =>
        json(200, path.startsWith('/companies/b') ? { ...page([]), company: about } : page(rows, more)),
    });

  it('asks the second company for its name, the first one for partners of that name, and the route once', () => {
    const host = listing([BEE]);
    expect(ask(host, 'TRACE_PARTNERED', 'a.com', 'b.com')).toEqual([[true, 'day 2025-07-14']]);
    ask(host, 'TRACE_PARTNERED', 'c.com', 'b.com');
    expect(pathsOf(host)).toEqual([
      '/partnerships/lookup?company_a=a.com&company_b=b.com',
      '/companies/b.com/partnerships?q=b.com&page=1&limit=1',
      '/companies/a.com/partnerships?q=Bee%20Inc&page=1&limit=1',
      '/companies/c.com/partnerships?q=Bee%20Inc&page=1&limit=1',
    ]);
  });

  it.each<[string, unknown, object, object, string, boolean | string]>([
    ['its domain', [BEE], B, {}, 'b.com', true],
    ['its slug', [BEE], B, {}, 'b', true],
    ['its main domain, whatever was typed', [{ ...BEE, partner_slug: null }], B, {}, 'b.example', true],
    ['a domain within an address', [{ partner_domain: 'https://www.b.com/' }], B, {}, 'b.com', true],
    ['nothing: none has its name', [], B, {}, 'b.com', false],
    [
      'nothing: another one has its name',
      [{ ...BEE, partner_domain: 'bee.example', partner_slug: 'bee' }],
      B,
      {},
      'b',
      false,
    ],
    ['its domain, whatever the count in a list of that name', [BEE], { ...B, partnership_count: 0 }, {}, 'b.com', true],
    [
      'nothing where more have its name',
      [{ partner_domain: 'bee.example' }],
      B,
      { total_results: 9, has_next: true },
      'b.com',
      '',
    ],
    ['nothing where its name is not told', [], { slug: 'b' }, {}, 'b.com', ''],
    ['nothing where a partner has neither domain nor slug', [{ partner_name: 'Bee Inc' }], B, {}, 'b.com', ''],
    ['nothing where a partner cannot be read', [{}], B, {}, 'b.com', ''],
  ])('tells a partner by %s', (_name, rows, about, more, other, partnered) => {
    expect(ask(listing(rows, about, more), 'TRACE_PARTNERED', 'a.com', other, 'partnered')).toEqual([[partnered]]);
  });

  it('looks for the domain without its ending where the name is not told', () => {
    const host = listing([BEE], {});
    expect(ask(host, 'TRACE_PARTNERED', 'a.com', 'b-inc.co', 'partnered')).toEqual([['']]);
    expect(pathsOf(host).at(-1)).toBe('/companies/a.com/partnerships?q=b%20inc&page=1&limit=1');
  });

  it('shows the day of the answer also where nothing is known', () => {
    expect(ask(listing([{}]), 'TRACE_PARTNERED', 'a.com', 'b.com', 'partnered, as_of')).toEqual([
      ['', 'day 2026-06-15'],
    ]);
  });

  it.each([
    ['first', 'a.com'],
    ['second', 'b.com'],
  ])('says not tracked of the %s company', (_name, unknown) => {
    const host = hostWith({
      'partnerships.list': ({ path }) =>
        path.startsWith(`/companies/${unknown}/`)
          ? json(404, { detail: { error: 'company_not_found', message: 'No.' } })
          : json(200, { ...page([]), company: B }),
    });
    expect(ask(host, 'TRACE_PARTNERED', 'a.com', 'b.com', 'partnered')).toEqual([['not tracked']]);
  });
});

describe('on the sandbox, with documented routes only, a column against one company', () => {
  const COLUMN = [['shopify.com'], ['no-partners.example'], ['many-partners.example'], ['unknown.example']];

  it('costs a credit for each hit, and a request for each pair and the one company', async () => {
    const host = new SandboxHost();
    await host.showDocumentedOnly();
    const cells = await host.ask('TRACE_PARTNERED', COLUMN, 'stripe.com', 'partnered');
    expect({
      cells,
      charged: await host.charged(),
      requests: host.paths.filter((path) => path.includes('q=')).length,
    }).toEqual({ cells: [[true], [false], [false], ['not tracked']], charged: 1, requests: 5 });
  });

  it('costs and asks nothing again', async () => {
    const host = new SandboxHost();
    await host.showDocumentedOnly();
    await host.ask('TRACE_PARTNERED', COLUMN, 'stripe.com');
    const before = host.paths.length;
    await host.ask('TRACE_PARTNERED', COLUMN, 'stripe.com', 'partnered, type');
    expect({ requests: host.paths.length - before, charged: await host.charged() }).toEqual({
      requests: 0,
      charged: 1,
    });
  });
});
