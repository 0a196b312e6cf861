import { readFlag } from '../../../../shared/client/resources/flags';
import { readJob, readJobId } from '../../../../shared/client/resources/jobs';

describe('the id of a started job', () => {
  it.each([
    [{ job_id: 'j1' }, 'j1'],
    [{ data: { job_id: 7 } }, '7'],
    [{ job: { id: 'j1' } }, 'j1'],
    [{ accepted: true }, null],
    [{ job_id: null }, null],
    [null, null],
  ])('%j: %j', (body, expected) => {
    expect(readJobId(body)).toBe(expected);
  });
});

describe('a job', () => {
  it('keeps words that were never seen before', () => {
    const domains = [{ domain: 'a.example', status: 'simmering', detail: 'page 3', eta: 5 }];
    expect(readJob({ job_id: 'j1', status: 'half-baked', domains, created_at: 'x' })).toEqual({
      job_id: 'j1',
      status: 'half-baked',
      domains: [{ domain: 'a.example', status: 'simmering', detail: 'page 3', rest: { eta: 5 } }],
      rest: { created_at: 'x' },
    });
  });

  it.each([
    [['a.example'], [{ domain: 'a.example', status: null, detail: null }]],
    [{ 'a.example': 'done' }, [{ domain: 'a.example', status: 'done', detail: null }]],
    [{ 'a.example': { state: 'done', error: 'x' } }, [{ domain: 'a.example', status: 'done', detail: 'x' }]],
    [[{ status: 'done' }, null, 7], []],
    [{ total: 3, done: 1 }, []],
    ['a.example', null],
  ])('has, for the domains %j, %j', (domains, expected) => {
    expect(readJob({ job_id: 'j1', domains })?.domains).toEqual(expected);
  });

  it.each([[null], [{}], [[]], ['done']])('is not found in %j', (body) => {
    expect(readJob(body)).toBeNull();
  });
});

it.each([
  [
    { flag_id: 900, company_id: 123, status: 'queued' },
    { flag_id: '900', company_id: '123', status: 'queued' },
  ],
  [{ data: { flag_id: 'f1' } }, { flag_id: 'f1', company_id: null, status: null }],
  [null, { flag_id: null, company_id: null, status: null }],
])('a flag is read from %j', (body, expected) => {
  expect(readFlag(body)).toEqual(expected);
});
