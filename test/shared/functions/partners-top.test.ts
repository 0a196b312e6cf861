import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { json } from '../../fakes/memory-host';
import { ask, hostWith, pathsOf } from '../../fakes/routes-api';

/** A company with 480 partners: each that is listed costs a credit, and the batch lists them all. */
const list = (more: object = {}) => ({
  data: [{ partner_name: 'Shopify', partner_domain: 'shopify.com', last_observed_at: '2026-03-01T00:00:00Z' }],
  pagination: { has_next: true, total_results: 480 },
  company: { partnership_count: 480 },
  ...more,
});
/** As many as were asked for. */
const full = ({ path }: HttpRequest): Exchange => {
  const limit = Number(/limit=(\d+)/.exec(path)?.[1]);
  return json(200, list({ data: Array.from({ length: limit }, (_row, at) => ({ partner_name: `P${at}` })) }));
};
const batch = (...names: readonly string[]) => ({
  results: [{ domain: 'a.com', status: 'found', partnerships: names.map((name) => ({ partner_name: name })) }],
});
const LISTED = (query: string) => [`/companies/a.com/partnerships?${query}`];
const BATCHED = ['/enrich/partnerships'];

describe('TRACE_PARTNERS reads no more than it shows', () => {
  it.each([
    ['top=', ['a.com', null, 'top=1'], LISTED('sort=-last_observed_at&page=1&limit=1')],
    [
      'every field of the list',
      [
        'a.com',
        'name, domain, slug, first_observed_at, last_observed_at, observation_count, count, type, as_of',
        'top=3',
      ],
      LISTED('sort=-last_observed_at&page=1&limit=3'),
    ],
    [
      'an order of the service',
      ['a.com', null, 'top=2;sort=first_observed_at'],
      LISTED('sort=first_observed_at&page=1&limit=2'),
    ],
    [
      'an order of the service, turned round',
      ['a.com', null, 'top=2;sort=-observation_count'],
      LISTED('sort=-observation_count&page=1&limit=2'),
    ],
    ['columns, which are five', ['a.com', null, 'layout=columns'], LISTED('sort=-last_observed_at&page=1&limit=5')],
    ['a row each', ['a.com', 'name, domain', 'layout=spill;top=4'], LISTED('sort=-last_observed_at&page=1&limit=4')],
    ['a count alone', ['a.com', 'count'], LISTED('sort=-last_observed_at&page=1&limit=1')],
    ['a slug', ['a', null, 'top=1'], ['/companies/a/partnerships?sort=-last_observed_at&page=1&limit=1']],
  ])('with %s', (_name, args, paths) => {
    const host = hostWith({ 'partnerships.list': full, 'enrichment.partnerships': batch() });
    ask(host, 'TRACE_PARTNERS', ...args);
    expect(pathsOf(host)).toEqual(paths);
  });

  it.each([
    ['all of them', ['a.com']],
    ['a field of the batch', ['a.com', 'name, category', 'top=1']],
    ['another one', ['a.com', 'description', 'top=1']],
    ['a filter of the batch', ['a.com', 'name', 'category=CRM;top=1']],
    ['a count by a filter of the batch', ['a.com', 'count', 'category=CRM']],
    ['an order of the batch', ['a.com', 'name', 'sort=category;top=1']],
    ['an order of our own', ['a.com', 'name', 'sort=name;top=1']],
  ])('but the whole list for %s', (_name, args) => {
    const host = hostWith({ 'partnerships.list': full, 'enrichment.partnerships': batch() });
    ask(host, 'TRACE_PARTNERS', ...args);
    expect(pathsOf(host)).toEqual(BATCHED);
  });

  it('asks for several companies at once, and keeps their rows in order', () => {
    const host = hostWith({
      'partnerships.list': ({ path }) =>
        path.includes('/b.com/')
          ? json(404, { detail: { error: 'company_not_found', message: 'No.' } })
          : json(200, list({ data: [{ partner_name: path.split('/')[2] }] })),
    });
    const domains = Array.from({ length: 12 }, (_row, index) => [index === 1 ? 'b.com' : `c${index}.com`]);
    expect(ask(host, 'TRACE_PARTNERS', domains, null, 'top=1')).toEqual(
      domains.map(([domain]) => [domain === 'b.com' ? 'not tracked' : domain]),
    );
    expect(host.waves.map((wave) => wave.length)).toEqual([10, 2]);
  });

  it('shows what it cut without a word of the others, in columns too', () => {
    const host = hostWith({ 'partnerships.list': full });
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', null, 'top=2')).toEqual([['P0, P1']]);
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', null, 'layout=columns')).toEqual([['P0', 'P1', 'P2', 'P3', 'P4']]);
  });

  it('has no partners where the list is empty', () => {
    const host = hostWith({ 'partnerships.list': { data: [], company: { partnership_count: 0 } } });
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', 'name, count', 'top=3')).toEqual([['none', 0]]);
  });
});

describe('TRACE_PARTNERS counts', () => {
  it('as the service does, whatever it shows', () => {
    const host = hostWith({ 'partnerships.list': list() });
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', 'name, count', 'top=1')).toEqual([['Shopify', 480]]);
  });

  it('by the total where the company tells none', () => {
    const host = hostWith({ 'partnerships.list': list({ company: {} }) });
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', 'count', 'top=1')).toEqual([[480]]);
  });

  it('nothing where the service tells neither and has more: unknown is no number', () => {
    const host = hostWith({ 'partnerships.list': list({ company: {}, pagination: { has_next: true } }) });
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', 'name, count', 'top=1')).toEqual([['Shopify', '']]);
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', 'count')).toEqual([['']]);
  });

  it('what it was given where that is all', () => {
    const host = hostWith({ 'partnerships.list': list({ company: {}, pagination: { has_next: false } }) });
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', 'name, count', 'top=3')).toEqual([['Shopify', 1]]);
  });
});
