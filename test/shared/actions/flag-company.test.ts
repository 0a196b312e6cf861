import { json } from '../../fakes/memory-host';
import { hostWith, linesOf, perform, sentenceOf } from './perform-with';

const queued = json(201, { flag_id: 900, company_id: 123, status: 'queued' });

it('a flag goes to its company, without spaces around the description', async () => {
  const host = hostWith({ 'companies.flag': [queued] });
  const flag = await perform(host, 'flagCompany', {
    company: 'https://www.stripe.com/',
    description: '  Wrong country. ',
  });
  expect({ flag, lines: linesOf(host) }).toEqual({
    flag: { flag_id: '900', company_id: '123', status: 'queued' },
    lines: ['POST /companies/stripe.com/flags {"description":"Wrong country."}'],
  });
});

it.each([[undefined], [''], [' \n']])('a blank description (%j) is left out', async (description) => {
  const host = hostWith({ 'companies.flag': [queued] });
  await perform(host, 'flagCompany', { company: 'stripe', ...(description === undefined ? {} : { description }) });
  expect(linesOf(host)).toEqual(['POST /companies/stripe/flags {}']);
});

it('a description of 2,000 characters is sent, a longer one is not', async () => {
  const host = hostWith({ 'companies.flag': [queued] });
  await perform(host, 'flagCompany', { company: 'stripe.com', description: `${'é'.repeat(2_000)}   ` });
  const sentence = await sentenceOf(host, 'flagCompany', { company: 'stripe.com', description: 'x'.repeat(2_001) });
  expect({ requests: host.requests.length, sentence }).toEqual({
    requests: 1,
    sentence: 'The note has 2,001 characters, and the limit is 2,000. Shorten it, then send it.',
  });
});

it('a company that Trace does not track cannot be flagged', async () => {
  const host = hostWith({ 'companies.flag': [json(404, { detail: { error: 'company_not_found', message: 'No.' } })] });
  expect(await sentenceOf(host, 'flagCompany', { company: 'missing.example' })).toBe(
    'Trace does not track "missing.example". Check the domain, or rescan the company first.',
  );
});

it.each([
  ['gmail.com', 'gmail.com is a free email provider'],
  ['two words', '"two words"'],
  ['#N/A', 'The input cell shows #N/A'],
  ['trace_0123456789', 'This is an API key'],
  ['', 'This needs a domain such as stripe.com'],
])('%j is no company, and nothing is sent', async (company, part) => {
  const host = hostWith({});
  expect(await sentenceOf(host, 'flagCompany', { company })).toContain(part);
  expect(host.requests).toEqual([]);
});

it.each([[json(503, {})], [{ ok: false, reason: 'timedOut' } as const]])(
  'a flag is not sent twice: %j',
  async (exchange) => {
    const host = hostWith({ 'companies.flag': [exchange] });
    await sentenceOf(host, 'flagCompany', { company: 'stripe.com' });
    expect(host.requests).toHaveLength(1);
  },
);
