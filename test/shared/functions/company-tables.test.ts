import { json } from '../../fakes/memory-host';
import { ask, hostWith, notFound, pathsOf } from '../../fakes/routes-api';

const FOUND = { data: [{ name: 'Shopify', slug: 'shopify' }], pagination: { has_next: true, total_results: 1284 } };

describe('TRACE_SEARCH', () => {
  it('hands the query and what narrows it on', () => {
    const host = hostWith({ 'companies.search': { data: [{ name: 'A', slug: 'a' }] } });
    ask(host, 'TRACE_SEARCH', 'shop', 'name', 'technology=react;vendor=Meta;country=US;industry=Retail;top=3');
    expect(pathsOf(host)).toEqual([
      '/companies?q=shop&technology=react&vendor=Meta&country=United%20States&industry=Retail&page=1&limit=3',
    ]);
  });

  it('says how many more there are and how to see them', () => {
    const data = Array.from({ length: 25 }, () => ({ name: 'Shopify', slug: 'shopify' }));
    const host = hostWith({ 'companies.search': { data, pagination: { has_next: true, total_results: 1284 } } });
    const cells = ask(host, 'TRACE_SEARCH', 'shop', 'name, slug');
    expect({ rows: cells.length, last: cells[26] }).toEqual({
      rows: 27,
      last: ['… 25 of 1,284. top=1284 shows more.', ''],
    });
  });

  it('says so where the service has more than it gives', () => {
    const host = hostWith({ 'companies.search': { ...FOUND, pagination: { has_next: false, total_results: 1284 } } });
    expect(ask(host, 'TRACE_SEARCH', 'shop', 'name', 'headers=0')).toEqual([
      ['Shopify'],
      ['… 1 of 1,284. Trace has no more to show. Use more filters.'],
    ]);
  });

  it('says nothing of more rows where as many are shown as were asked for', () => {
    expect(ask(hostWith({ 'companies.search': FOUND }), 'TRACE_SEARCH', 'shop', 'name', 'top=1')).toEqual([
      ['name'],
      ['Shopify'],
    ]);
  });

  it('shows what credits reached, and that there is more', () => {
    const host = hostWith({
      'companies.search': ({ path }) =>
        path.includes('page=1&') ? json(200, FOUND) : json(402, { error: 'credit_exhausted', message: 'No.' }),
    });
    expect(ask(host, 'TRACE_SEARCH', 'shop', 'name', 'top=200;headers=0')).toEqual([
      ['Shopify'],
      ['… 1 of 1,284 so far: out of time or credits. Recalculate the formula.'],
    ]);
  });

  it('shows what the time reached, and goes on when it is calculated again', () => {
    let isSlow = true;
    const host = hostWith({
      'companies.search': ({ path }) => {
        if (isSlow) host.nowMs += 60_000;
        return json(200, { data: [path], pagination: { has_next: path.includes('page=1&') } });
      },
    });
    const note = '… 1 so far: out of time or credits. Recalculate the formula.';
    expect(ask(host, 'TRACE_SEARCH', 'shop', 'name', 'top=200;headers=0')[1]).toEqual([note]);
    isSlow = false;
    expect(ask(host, 'TRACE_SEARCH', 'shop', 'name', 'top=200;headers=0')).toHaveLength(2);
    expect(host.requests).toHaveLength(3);
  });

  it('fails whole where a page fails in another way', () => {
    const host = hostWith({ 'companies.search': ({ path }) => json(path.includes('page=1&') ? 200 : 500, FOUND) });
    expect(ask(host, 'TRACE_SEARCH', 'shop', 'name', 'top=200')).toEqual([
      ['! Trace has a problem (HTTP 500). Wait a few minutes, then choose Retry problems on a computer.'],
    ]);
  });

  it.each([
    ['nothing at all', ['']],
    ['an option that is blank', ['', null, 'country=']],
    ['an option that narrows nothing', ['', null, 'top=3']],
  ])('does not spend on %s', (_name, args) => {
    const host = hostWith({ 'companies.search': FOUND });
    expect(ask(host, 'TRACE_SEARCH', ...args)).toEqual([
      ['! The query argument is missing. Write =TRACE_SEARCH("shop").'],
    ]);
    expect(host.requests).toEqual([]);
  });

  it.each([
    ['top=0', '! top accepts a whole number from 1 to 10,000, not "0".'],
    ['top=10001', '! top accepts a whole number from 1 to 10,000, not "10001".'],
    ['top=-1', '! top accepts a whole number from 1 to 10,000, not "-1".'],
    ['type=technology', '! There is no option "type" here.'],
  ])('refuses %s', (options, sentence) => {
    const host = hostWith({});
    expect(String(ask(host, 'TRACE_SEARCH', 'shop', 'name', options)[0]![0]).startsWith(sentence)).toBe(true);
    expect(host.requests).toEqual([]);
  });
});

describe('TRACE_JOB', () => {
  const jobs = (body: object) => hostWith({ 'jobs.show': body });

  it('has a row for each domain, even with unknown words', () => {
    const body = {
      job_id: 'job_1',
      status: 'warming_up',
      domains: [{ domain: 'a.com', status: 'levitating', detail: null, extra: 1 }, { domain: 7 }, 'b.com'],
    };
    expect(ask(jobs(body), 'TRACE_JOB', 'job_1')).toEqual([
      ['domain', 'status', 'detail'],
      ['a.com', 'levitating', ''],
      [7, '', ''],
      ['b.com', '', ''],
    ]);
  });

  it.each([
    ['no domains yet', { job_id: 'job_1', status: 'queued', domains: [] }],
    ['no word of domains', { job_id: 'job_1', status: 'queued' }],
    ['data around it', { data: { job_id: 'job_1', status: 'queued' } }],
  ])('has a row of its own with %s', (_name, body) => {
    expect(ask(jobs(body), 'TRACE_JOB', 'job_1')).toEqual([
      ['domain', 'status', 'detail'],
      ['', 'queued', ''],
    ]);
  });

  it.each([[{}], [[]], [{ status: { of: 'what' } }]])('cannot be read from %j', (body) => {
    expect(ask(jobs(body), 'TRACE_JOB', 'job_1')).toEqual([
      ['! The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.'],
    ]);
  });

  it('is asked for again after a minute', () => {
    const host = jobs({ status: 'running' });
    ask(host, 'TRACE_JOB', 'job_1');
    host.nowMs += 60_000;
    ask(host, 'TRACE_JOB', 'job_1');
    host.nowMs += 1;
    ask(host, 'TRACE_JOB', 'job_1');
    expect(pathsOf(host)).toEqual(['/jobs/job_1', '/jobs/job_1']);
  });

  it('says where the ids are of a job that Trace does not know', () => {
    expect(ask(hostWith({ 'jobs.show': notFound('job_not_found') }), 'TRACE_JOB', 'job_0')).toEqual([
      ['! There is no job "job_0". Find job ids in the Trace panel on a computer.'],
    ]);
  });

  it('knows without asking what is no id', () => {
    const host = hostWith({});
    expect(ask(host, 'TRACE_JOB', '../lists')).toEqual([
      ['! There is no job "../lists". Find job ids in the Trace panel on a computer.'],
    ]);
    expect(host.requests).toEqual([]);
  });
});
