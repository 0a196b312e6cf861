import { PLANTED_DIFFERENCES } from '../../sandbox/index';
import { askSandbox, type Ask } from './ask-sandbox';

const DOMAINS = { domains: ['stripe.com'] };

/** One answer of each operation that has another shape, with no list in it empty. */
const REQUESTS: Readonly<Record<string, readonly [method: string, path: string, body?: unknown]>> = {
  'companies.show': ['GET', '/companies/stripe'],
  'companies.batch': ['POST', '/companies/batch', DOMAINS],
  'companies.search': ['GET', '/companies?q=stripe&limit=1'],
  'companies.flag': ['POST', '/companies/stripe/flags'],
  'jobs.show': ['GET', '/jobs/job_1'],
  'technologies.search': ['GET', '/technologies?q=shopify'],
  'technologies.companies': ['GET', '/technologies/shopify/companies?limit=1'],
  'vendors.companies': ['GET', '/vendors/shopify/companies?limit=1'],
  'partnerships.list': ['GET', '/companies/stripe/partnerships?limit=1'],
  'partnerships.reverse': ['GET', '/partnerships/stripe/companies?limit=1'],
  'partnerships.graph': ['GET', '/companies/stripe/partnerships/graph?limit=1'],
  'enrichment.partnerships': ['POST', '/enrich/partnerships', DOMAINS],
  'lists.members': ['GET', '/lists/lst_1/members?limit=1'],
};

async function bodyOf(ask: Ask, operation: string, fault?: string): Promise<unknown> {
  const [method, path, body] = REQUESTS[operation] ?? ['GET', '/'];
  await ask('POST', '/v1/companies/refresh', { body: DOMAINS });
  return (await ask(method, `/v1${path}`, { body, ...(fault === undefined ? {} : { fault }) })).body;
}

/** The type at every path of a body, `data[].name` and its like. */
function typesIn(value: unknown, path = '', types = new Map<string, string>()): ReadonlyMap<string, string> {
  if (Array.isArray(value)) for (const item of value) typesIn(item, `${path}[]`, types);
  else if (typeof value === 'object' && value !== null) {
    for (const [field, inner] of Object.entries(value)) {
      const place = path === '' ? field : `${path}.${field}`;
      types.set(place, Array.isArray(inner) ? 'list' : typeof inner);
      typesIn(inner, place, types);
    }
  }
  return types;
}

/** The uppermost paths of `types` that `others` lacks. */
function pathsBeyond(types: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): readonly string[] {
  const beyond = [...types.keys()].filter((path) => !others.has(path));
  return beyond.filter(
    (path) =>
      !beyond.some((upper) => path !== upper && /^[.[]/.test(path.slice(upper.length)) && path.startsWith(upper)),
  );
}

describe('the fault different-shapes', () => {
  it('names the operations that this test asks', () => {
    expect(new Set(PLANTED_DIFFERENCES.map(({ operation }) => operation))).toEqual(new Set(Object.keys(REQUESTS)));
  });

  it('wraps a company', async () => {
    const ask = askSandbox();
    const plain = await bodyOf(ask, 'companies.show');
    expect(await bodyOf(ask, 'companies.show', 'different-shapes')).toEqual({ data: plain });
  });

  const operations = Object.keys(REQUESTS).filter((operation) => operation !== 'companies.show');
  it.each(operations)('differs in just what is told: %s', async (operation) => {
    const plain = typesIn(await bodyOf(askSandbox(), operation));
    const other = typesIn(await bodyOf(askSandbox(), operation, 'different-shapes'));
    const told = (is: string) =>
      PLANTED_DIFFERENCES.filter((planted) => planted.operation === operation && planted.is === is).map(
        ({ path }) => path,
      );
    expect(pathsBeyond(plain, other)).toEqual(expect.arrayContaining(told('missing')));
    expect(pathsBeyond(plain, other)).toHaveLength(told('missing').length);
    expect(pathsBeyond(other, plain)).toEqual(told('extra'));
    const retyped = [...plain.keys()].filter((path) => other.has(path) && other.get(path) !== plain.get(path));
    expect(retyped).toEqual(told('other type'));
  });

  it('leaves errors and other operations alone', async () => {
    const ask = askSandbox();
    await ask('POST', '/_sandbox/faults', { body: { fault: 'different-shapes', times: null } });
    expect((await ask('GET', '/v1/companies/nobody')).body).toHaveProperty('detail.error', 'company_not_found');
    expect((await ask('GET', '/v1/lists/lst_1')).body).toHaveProperty('list_id', 'lst_1');
  });
});
