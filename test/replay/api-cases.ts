import type { Ask } from '../sandbox/ask-sandbox';

/** What the replay suite relies on of the API, in words that the sandbox and the model both have to keep. */
interface ApiCase {
  readonly name: string;
  readonly credits?: number;
  check(ask: Ask): Promise<void>;
}

const batch = (ask: Ask, domains: readonly string[], parts: Parameters<Ask>[2] = {}) =>
  ask('POST', '/v1/companies/batch', { body: { domains }, ...parts });
const enrich = (ask: Ask, domains: readonly string[]) => ask('POST', '/v1/enrich/partnerships', { body: { domains } });
const numbered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_domain, index) => `company-${index + 1}.example`);

export const API_CASES: readonly ApiCase[] = [
  {
    name: 'shows a company by domain and by slug',
    async check(ask) {
      const company = {
        slug: 'company-7',
        name: 'Company 7',
        primary_domain: 'company-7.example',
        company_id: 1_000_007,
      };
      expect(await ask('GET', '/v1/companies/company-7.example')).toMatchObject({ status: 200, body: company });
      expect(await ask('GET', '/v1/companies/company-7')).toMatchObject({ status: 200, body: company });
    },
  },
  {
    name: 'says of a company that it does not track',
    async check(ask) {
      const shown = await ask('GET', '/v1/companies/nobody.example');
      expect(shown).toMatchObject({ status: 404, body: { detail: { error: 'company_not_found' } } });
      const { status, body } = await batch(ask, ['nobody.example', 'company-1.example']);
      const nobody = { domain: 'nobody.example', status: 'not_tracked', company: null };
      const found = { domain: 'company-1.example', status: 'found', company: { name: 'Company 1' } };
      expect({ status, body }).toMatchObject({ status: 200, body: { results: [nobody, found] } });
    },
  },
  {
    name: 'reads the domains of a batch without www. and each once',
    async check(ask) {
      const { body } = await batch(ask, ['WWW.Company-1.example', 'company-1.example']);
      expect(body).toMatchObject({ results: [{ domain: 'company-1.example', status: 'found' }] });
      expect((body as { results: unknown[] }).results).toHaveLength(1);
    },
  },
  {
    name: 'refuses a batch of more than 100 and one of nothing',
    async check(ask) {
      const tooMany = { status: 400, body: { detail: { error: 'batch_too_large' } } };
      expect(await batch(ask, numbered(101))).toMatchObject(tooMany);
      expect(await batch(ask, [])).toMatchObject({ status: 422 });
    },
  },
  {
    name: 'knows no other paths and no other methods',
    async check(ask) {
      expect(await ask('GET', '/v1/nothing')).toMatchObject({ status: 404, body: { detail: 'Not Found' } });
      expect(await ask('GET', '/v1/enrich/partnerships')).toMatchObject({ status: 405 });
    },
  },
  {
    name: 'refuses a missing and a wrong key',
    async check(ask) {
      const missing = { status: 401, body: { error: 'authentication_required' } };
      const wrong = { status: 401, body: { error: 'invalid_api_key' } };
      expect(await batch(ask, numbered(1), { apiKey: null })).toMatchObject(missing);
      expect(await batch(ask, numbered(1), { apiKey: 'trace_nobody' })).toMatchObject(wrong);
    },
  },
  {
    name: 'enriches with the partners of each company',
    async check(ask) {
      const { status, body } = await enrich(ask, ['company-1.example', 'nobody.example']);
      expect(status).toBe(200);
      const [first, second] = (body as { results: { status: string; partnerships: unknown[]; slug: string }[] })
        .results;
      expect(first).toMatchObject({ domain: 'company-1.example', company_name: 'Company 1', slug: 'company-1' });
      expect(first?.status).toBe(first?.partnerships.length === 0 ? 'no_partnerships' : 'found');
      expect(first).toMatchObject({ partnership_count: first?.partnerships.length });
      expect(second).toMatchObject({ domain: 'nobody.example', status: 'not_tracked', partnerships: [] });
    },
  },
  {
    name: 'charges a company once, whatever the call, and what it does not track never',
    credits: 2,
    async check(ask) {
      expect(await batch(ask, ['company-1.example', 'nobody.example', 'company-2.example'])).toMatchObject({
        status: 200,
      });
      expect(await batch(ask, ['company-1.example', 'company-2.example'])).toMatchObject({ status: 200 });
      expect(await ask('GET', '/v1/companies/company-2')).toMatchObject({ status: 200 });
      const exhausted = { error: 'credit_exhausted', requested: 1, shortfall: 1 };
      expect(await ask('GET', '/v1/companies/company-3')).toMatchObject({ status: 402, body: exhausted });
    },
  },
  {
    name: 'charges all companies of an answer or none, and says how many credits are missing',
    credits: 3,
    async check(ask) {
      const exhausted = { error: 'credit_exhausted', requested: 5, shortfall: 2 };
      expect(await batch(ask, numbered(5))).toMatchObject({ status: 402, body: exhausted });
      expect(await batch(ask, numbered(3))).toMatchObject({ status: 200 });
    },
  },
  {
    name: 'charges the partners of an enriched company too',
    credits: 1,
    async check(ask) {
      const { status, body } = await enrich(ask, ['company-1.example']);
      expect({ status, body }).toMatchObject({ status: 402, body: { error: 'credit_exhausted' } });
    },
  },
  {
    name: 'tells how long to wait where there were too many requests, and charges nothing',
    credits: 1,
    async check(ask) {
      const limited = { status: 429, retryAfter: '1', body: { error: 'rate_limit_exceeded' } };
      expect(await batch(ask, ['company-1.example'], { fault: 'rate-limited' })).toMatchObject(limited);
      expect(await batch(ask, ['company-2.example'])).toMatchObject({ status: 200 });
    },
  },
  {
    name: 'fails without charging',
    credits: 1,
    async check(ask) {
      expect(await batch(ask, ['company-1.example'], { fault: 'server-error' })).toMatchObject({ status: 500 });
      expect(await batch(ask, ['company-2.example'])).toMatchObject({ status: 200 });
    },
  },
  {
    name: 'spoils answers in the same ways',
    async check(ask) {
      const order = async (fault: string): Promise<readonly string[]> => {
        const { body } = await batch(ask, numbered(3), { fault });
        return (body as { results: { domain: string }[] }).results.map(({ domain }) => domain.slice(8, 9));
      };
      expect(await order('results-shuffled')).toEqual(['2', '3', '1']);
      expect(await order('results-dropped')).toEqual(['1', '3']);
      expect(await order('results-doubled')).toEqual(['1', '1', '2', '2', '3', '3']);
    },
  },
];
