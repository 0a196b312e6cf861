import { askSandbox } from '../ask-sandbox';

describe('companies.flag', () => {
  const STRIPE = '/v1/companies/stripe/flags';
  /** The id of one more flag, which counts those before. */
  const nextFlagOf = async (ask: ReturnType<typeof askSandbox>) => (await ask('POST', STRIPE)).body;

  it('answers as the documentation shows', async () => {
    const answered = await askSandbox()('POST', STRIPE, { body: { description: 'Moved to Dublin.' } });
    expect(answered).toEqual({
      status: 201,
      retryAfter: null,
      body: { flag_id: 1, company_id: 101, status: 'queued' },
    });
  });

  it.each([
    ['no body', undefined],
    ['no description', {}],
    ['a blank description', { description: ' \n' }],
    ['2,000 characters', { description: '😀'.repeat(2000) }],
  ])('takes %s', async (_name, body) => {
    const ask = askSandbox();
    expect((await ask('POST', STRIPE, { body })).status).toBe(201);
    expect(await nextFlagOf(ask)).toHaveProperty('flag_id', 2);
  });

  it.each([
    ['2,001 characters', { description: 'a'.repeat(2001) }, 'string_too_long'],
    ['a number', { description: 5 }, 'string_type'],
  ])('refuses %s as FastAPI does, and makes no flag', async (_name, body, type) => {
    const ask = askSandbox();
    const problem = { type, loc: ['body', 'description'] };
    expect(await ask('POST', STRIPE, { body })).toMatchObject({ status: 422, body: { detail: [problem] } });
    expect(await nextFlagOf(ask)).toHaveProperty('flag_id', 1);
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
    expect(await nextFlagOf(ask)).toHaveProperty('flag_id', 1);
  });
});
