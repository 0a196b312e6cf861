import { askSandbox } from '../ask-sandbox';

describe('companies.flag', () => {
  const STRIPE = '/v1/companies/stripe/flags';
  const flagsOf = async (ask: ReturnType<typeof askSandbox>) => (await ask('GET', '/_sandbox/flags')).body;

  it('answers as the documentation shows', async () => {
    const answered = await askSandbox()('POST', STRIPE, { body: { description: 'Moved to Dublin.' } });
    expect(answered).toEqual({
      status: 201,
      retryAfter: null,
      body: { flag_id: 1, company_id: 101, status: 'queued' },
    });
  });

  it.each([
    ['a description', { description: 'Moved to Dublin.' }, 'Moved to Dublin.'],
    ['no body', undefined, null],
    ['no description', {}, null],
    ['a blank description', { description: ' \n' }, null],
    ['2,000 characters', { description: '😀'.repeat(2000) }, '😀'.repeat(2000)],
  ])('takes %s', async (_name, body, description) => {
    const ask = askSandbox();
    expect((await ask('POST', STRIPE, { body })).status).toBe(201);
    expect(await flagsOf(ask)).toEqual([{ flag_id: 1, company_id: 101, description }]);
  });

  it.each([
    ['2,001 characters', { description: 'a'.repeat(2001) }, 'string_too_long'],
    ['a number', { description: 5 }, 'string_type'],
  ])('refuses %s as FastAPI does, and makes no flag', async (_name, body, type) => {
    const ask = askSandbox();
    const problem = { type, loc: ['body', 'description'] };
    expect(await ask('POST', STRIPE, { body })).toMatchObject({ status: 422, body: { detail: [problem] } });
    expect(await flagsOf(ask)).toEqual([]);
  });

  it('does not flag an unknown company', async () => {
    const ask = askSandbox();
    const { status, body } = await ask('POST', '/v1/companies/missing.example/flags');
    expect({ status, body }).toEqual({
      status: 404,
      body: {
        detail: {
          error: 'company_not_found',
          message: 'No company was found for that identifier.',
          identifier: 'missing.example',
        },
      },
    });
    expect(await flagsOf(ask)).toEqual([]);
  });
});
