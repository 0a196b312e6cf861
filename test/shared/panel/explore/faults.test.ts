import { makePractice } from '../../../../shared/practice/practice';
import { toPracticeEntries } from '../../../../shared/practice/practice-entries';
import { searchCatalogue } from '../../../../shared/panel/explore/catalogue-search';
import { fetchCompanies, fetchPartnersOf, recallCompany } from '../../../../shared/panel/explore/company-details';
import {
  companiesNamed,
  companiesUsing,
  partnersOf,
  sharedPartners,
  technologiesOf,
} from '../../../../shared/panel/explore/formulas';
import { answerWithin } from '../../../../shared/panel/explore/within-credits';
import { json } from '../../../fakes/memory-host';
import { PanelSandbox } from '../../../fakes/panel-sandbox';
import { SandboxPorts } from '../../../fakes/sandbox-ports';
import { toRunPorts } from '../../../../shared/enrich/sheet/ports';

const ANYWHERE = { country: '', industry: '' };

const codeOf = async (asked: Promise<unknown>): Promise<string> => {
  try {
    await asked;
    return 'done';
  } catch (thrown) {
    return (thrown as { readonly code: string }).code;
  }
};

it.each([
  ['credits-out', 'creditsOut'],
  ['key-revoked', 'keyRefused'],
  ['malformed-json', 'unreadable'],
])('%s is told as %s, nothing is saved, and the next press asks again', async (fault, code) => {
  const world = new SandboxPorts();
  await world.control('faults', { fault, times: 3 });
  expect(await codeOf(fetchCompanies(world.ports, ['stripe.com'], 1))).toBe(code);
  expect((await recallCompany(world.ports, 'stripe.com')).company.is).toBe('unknown');
  await world.control('reset', {});
  expect(await codeOf(fetchCompanies(world.ports, ['stripe.com'], 1))).toBe('done');
});

it('offline, what is saved is shown, and the rest says why', async () => {
  const world = new SandboxPorts();
  await fetchCompanies(world.ports, ['stripe.com'], 1);
  world.isOffline = true;
  const table = await answerWithin(world.ports, 0, technologiesOf('stripe.com'));
  expect({
    rows: table.length,
    company: (await recallCompany(world.ports, 'stripe.com')).company.is,
    rest: await codeOf(fetchCompanies(world.ports, ['shopify.com'], 1)),
  }).toEqual({ rows: 21, company: 'found', rest: 'unreachable' });
});

it('a company that Trace does not track is told as such, for nothing', async () => {
  const world = new SandboxPorts();
  const [look] = await fetchCompanies(world.ports, ['unknown.example'], 1);
  expect({
    company: look?.company.is,
    charged: await world.charged(),
    partners: await codeOf(fetchPartnersOf(world.ports, 'unknown.example', 25, null)),
  }).toEqual({ company: 'notTracked', charged: 0, partners: 'companyUnknown' });
});

it('two companies of which one was free when the button was drawn cost no more than it says', async () => {
  const world = new SandboxPorts();
  await fetchCompanies(world.ports, ['stripe.com'], 1);
  world.memory.cache.clear();
  expect({
    free: await codeOf(fetchCompanies(world.ports, ['stripe.com'], 0)),
    capped: await codeOf(fetchCompanies(world.ports, ['slack.com', 'shopify.com'], 1)),
    charged: await world.charged(),
  }).toEqual({ free: 'done', capped: 'runCapReached', charged: 2 });
});

it('without the routes that no page documents, companies, partners, lists and searches are answered, the catalogue says why', async () => {
  const world = new SandboxPorts();
  await world.control('faults', { fault: 'assumed-routes-missing', times: null });
  const codes = [
    await codeOf(fetchCompanies(world.ports, ['stripe.com', 'shopify.com'], 2)),
    await codeOf(fetchPartnersOf(world.ports, 'stripe.com', 25, null)),
    await codeOf(answerWithin(world.ports, 10, companiesUsing('technology', 'shopify', ANYWHERE, 10))),
    await codeOf(answerWithin(world.ports, 10, companiesUsing('vendor', 'shopify', ANYWHERE, 10))),
    await codeOf(answerWithin(world.ports, 10, companiesNamed('shop', ANYWHERE, 10))),
    await codeOf(searchCatalogue(world.ports, 'technology', 'Shopify')),
  ];
  expect(codes).toEqual(['done', 'done', 'done', 'done', 'done', 'routeMissing']);
});

it('shared partners are read from both whole lists there, but never for more than the button says', async () => {
  const world = new SandboxPorts();
  await world.control('faults', { fault: 'assumed-routes-missing', times: null });
  await fetchCompanies(world.ports, ['stripe.com', 'shopify.com'], 2);
  const before = await world.charged();
  const formula = sharedPartners('stripe.com', 'shopify.com', 21);
  expect({ code: await codeOf(answerWithin(world.ports, 21, formula)), charged: await world.charged() }).toEqual({
    code: 'runCapReached',
    charged: before,
  });
  // 58 and 60 partners.
  expect(await codeOf(answerWithin(world.ports, 118, formula))).toBe('done');
  expect((await world.charged()) - before).toBeLessThanOrEqual(118);
  expect(await codeOf(answerWithin(world.ports, 0, formula))).toBe('done');
});

it('a name that the catalogue does not know is told with the nearest ones', async () => {
  const world = new SandboxPorts();
  const asked = searchCatalogue(world.ports, 'technology', 'Shopfy');
  await expect(asked).rejects.toMatchObject({ code: 'technologyUnknown', facts: { nearest: ['Shopify'] } });
});

it('a vendor and a category are told by their technologies', async () => {
  const world = new SandboxPorts();
  const namesOf = async (kind: 'vendor' | 'category', name: string) =>
    (await searchCatalogue(world.ports, kind, name)).entries.map(({ technology }) => technology.name);
  expect(await namesOf('vendor', 'shopify')).toContain('Shopify');
  expect(await namesOf('category', 'E-commerce')).toContain('Shopify');
  expect(await world.charged()).toBe(0);
});

it('without a key, practice companies are answered, and all others say that the key is missing', async () => {
  const world = new SandboxPorts();
  world.memory.account = null;
  const entries = toPracticeEntries(makePractice('texts').companies, world.memory.nowMs);
  for (const [key, text] of entries) world.memory.cache.set(key, text);
  const { company, partners } = await recallCompany(world.ports, 'cedar-analytics.example');
  const table = await answerWithin(world.ports, 0, technologiesOf('cedar-analytics.example'));
  const listed = await answerWithin(
    world.ports,
    0,
    partnersOf('cedar-analytics.example', partners?.top ?? null, partners?.isTyped === true),
  );
  expect({
    company: company.is,
    partners: partners?.partners.length,
    technologyRows: table.length,
    partnerRows: listed.length,
    others: await codeOf(fetchCompanies(world.ports, ['stripe.com'], 1)),
    paths: world.paths,
  }).toEqual({ company: 'found', partners: 4, technologyRows: 7, partnerRows: 5, others: 'noKey', paths: [] });
});

it('what Explore has read is free for the formulas that show it', async () => {
  const world = new SandboxPorts();
  const known = await fetchPartnersOf(world.ports, 'stripe.com', 58, 58);
  const sent = world.paths.length;
  const tables = [
    await answerWithin(world.ports, 0, partnersOf('stripe.com', 58, true)),
    // All of them, as a user types it who does not know how many there are.
    await answerWithin(world.ports, 0, { id: 'TRACE_PARTNERS', args: ['stripe.com', 'name, type', 'layout=spill'] }),
  ];
  expect({
    isWhole: known.isWhole,
    partners: known.partners.length,
    rows: tables.map(({ length }) => length),
    requests: world.paths.length,
  }).toEqual({ isWhole: true, partners: 58, rows: [59, 58], requests: sent });
});

it('5,000 partners are read by pages of a hundred, a few at a time, for no more than the button says', async () => {
  const world = new PanelSandbox();
  let [underWay, most] = [0, 0];
  const exchange = world.client.http;
  const client = {
    ...world.client,
    http: async (asked: Parameters<typeof exchange>[0]) => {
      underWay += asked.requests.length;
      most = Math.max(most, underWay);
      const answers = await exchange(asked);
      underWay -= asked.requests.length;
      return answers;
    },
  };
  const ports = toRunPorts(world.grid.portsWith(client), { wish: () => 'goOn', tell: () => undefined });
  world.instead = ({ path }) => {
    const query = new URLSearchParams(path.split('?')[1]);
    const [page, limit] = [Number(query.get('page')), Number(query.get('limit'))];
    const first = (page - 1) * limit;
    const data = Array.from({ length: Math.max(0, Math.min(limit, 5_000 - first)) }, (_partner, at) => ({
      partner_name: `Partner ${first + at}`,
      partner_domain: `partner-${first + at}.example`,
    }));
    return json(200, { data, pagination: { page, limit, total_results: 5_000, has_next: first + limit < 5_000 } });
  };
  const known = await fetchPartnersOf(ports, 'stripe.com', 5_000, null);
  expect({
    partners: known.partners.length,
    total: known.total,
    isWhole: known.isWhole,
    requests: world.paths.length,
  }).toEqual({ partners: 5_000, total: 5_000, isWhole: true, requests: 50 });
  expect(most).toBeLessThanOrEqual(8);
  const capped = await fetchPartnersOf(ports, 'shopify.com', 25, null);
  expect({ partners: capped.partners.length, requests: world.paths.length }).toEqual({ partners: 25, requests: 51 });
});
