import { judge } from '../../check-api/judge';
import { companies, jobs, refreshCompanies, showJob } from '../../shared/api';

function answer(status: number, body: object, headers: Readonly<Record<string, string>>) {
  const header = (name: string) => headers[name] ?? null;
  return { is: 'answer', answer: { status, header, text: JSON.stringify(body) } } as const;
}

describe('the headers of a job', () => {
  const job = (status: string) => ({ job_id: 'a', status, domains: [] });
  it.each([
    ['a number of seconds is as expected', 'running', { 'Retry-After': '60' }, []],
    [
      'a date is another form',
      'running',
      { 'Retry-After': 'Wed, 21 Oct 2026 07:28:00 GMT' },
      ['other header Retry-After'],
    ],
    ['none is missing while the job runs', 'running', {}, ['missing header Retry-After']],
    ['none is needed once it is over', 'completed', {}, []],
  ])('%s', (_case, status, headers, expected) => {
    const { differences } = judge(jobs.show, showJob('a'), answer(200, job(status), headers));
    expect(differences.map(({ is, path }) => `${is} ${path}`)).toEqual(expected);
  });
});

it('a refresh has to say where its job is, and to answer 202', () => {
  const fate = answer(200, { job_id: 'a' }, {});
  const { differences } = judge(companies.refresh, refreshCompanies(['stripe.com']), fate);
  expect(differences.map(({ is, path }) => `${is} ${path}`)).toEqual(['other status ', 'missing header Location']);
});
