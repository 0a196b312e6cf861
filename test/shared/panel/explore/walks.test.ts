import fc from 'fast-check';
import {
  fetchCompanies,
  fetchPartnersOf,
  recallCompany,
  toOffers,
} from '../../../../shared/panel/explore/company-details';
import {
  companiesNamed,
  companiesUsing,
  edgesAround,
  sharedPartners,
  technologiesOf,
} from '../../../../shared/panel/explore/formulas';
import { searchCatalogue } from '../../../../shared/panel/explore/catalogue-search';
import { answerWithin } from '../../../../shared/panel/explore/within-credits';
import { askPaths, recallPaths, toPairs } from '../../../../shared/panel/explore/warm/warm-paths';
import { partnersCounted } from '../../../../shared/credits/quote';
import { SandboxPorts } from '../../../fakes/sandbox-ports';
import { SEED, times } from '../../../setup/chance';

const COMPANIES = [
  'stripe.com',
  'shopify.com',
  'company-7.example',
  'no-partners.example',
  'unknown.example',
  'stripe',
];
/** Who has partners among them. */
const PARTNERS = ['shopify.com', 'slack.com', 'stripe.com', 'hubspot.com', 'salesforce.com', 'unknown.example'];
const NAMES = ['stripe', 'shopify', 'react', 'no-such-name'];
const FAULTS = [
  { fault: 'assumed-routes-missing', times: null },
  { fault: 'credits-out', times: 1 },
  { fault: 'rate-limited', times: 1, retryAfterSeconds: 1 },
  { fault: 'server-error', times: 2 },
  { fault: 'different-shapes', times: null },
  { fault: 'cut-off-body', times: 1 },
  { fault: 'results-dropped', times: 1 },
];

/** One press of a button of Explore, with its price as the button says it, by hand. */
interface Press {
  readonly name: string;
  readonly price: number;
  readonly act: (world: SandboxPorts) => Promise<unknown>;
}

/** Where a list may not be saved to its end, a second press may cost again; a whole answer never. */
const company = (identifier: string): Press => ({
  name: `look up ${identifier}`,
  price: 1,
  act: ({ ports }) => fetchCompanies(ports, [identifier], 1),
});
const list = (name: string, top: number): Press => ({
  name: `companies using ${name}, ${top}`,
  price: top,
  act: ({ ports }) => answerWithin(ports, top, companiesUsing('technology', name, { country: '', industry: '' }, top)),
});
const narrowed = (name: string, country: string): Press => ({
  name: `companies using ${name} in ${country}`,
  price: 10,
  act: ({ ports }) => answerWithin(ports, 10, companiesUsing('technology', name, { country, industry: '' }, 10)),
});
const vendor = (name: string): Press => ({
  name: `companies using the vendor ${name}`,
  price: 5,
  act: ({ ports }) => answerWithin(ports, 5, companiesUsing('vendor', name, { country: '', industry: '' }, 5)),
});
const search = (query: string): Press => ({
  name: `companies named ${query}`,
  price: 3,
  act: ({ ports }) => answerWithin(ports, 3, companiesNamed(query, { country: '', industry: '' }, 3)),
});
const shared = (one: string, other: string): Press => ({
  name: `partners that ${one} and ${other} share`,
  price: 7,
  act: ({ ports }) => answerWithin(ports, 7, sharedPartners(one, other, 7)),
});
const graph = (of: string): Press => ({
  name: `partners of partners of ${of}`,
  price: 30,
  act: ({ ports }) => answerWithin(ports, 30, edgesAround(of, 30)),
});
const both = (one: string, other: string): Press => ({
  name: `look up ${one} and ${other}`,
  price: 2,
  act: ({ ports }) => fetchCompanies(ports, [one, other], 2),
});
const free = (name: string, act: Press['act']): Press => ({ name, price: 0, act });

const PRESSES = fc.oneof(
  fc.constantFrom(...COMPANIES).map(company),
  fc.constantFrom(...COMPANIES).map((each) => ({ name: `partners of ${each}`, price: -1, act: partnersOf(each) })),
  fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(1, 4, 25)).map(([name, top]) => list(name, top)),
  fc
    .tuple(fc.constantFrom(...NAMES), fc.constantFrom('US', 'United States', 'Nowhere'))
    .map((each) => narrowed(...each)),
  fc.constantFrom(...NAMES).map(vendor),
  fc.tuple(fc.constantFrom(...COMPANIES), fc.constantFrom(...COMPANIES)).map((each) => shared(...each)),
  fc.tuple(fc.constantFrom(...COMPANIES), fc.constantFrom(...COMPANIES)).map((each) => both(...each)),
  fc.constantFrom(...COMPANIES).map(graph),
  fc.constantFrom(...NAMES).map(search),
  fc.constantFrom(...COMPANIES).map((each) => free(`recall ${each}`, ({ ports }) => recallCompany(ports, each))),
  fc
    .constantFrom(...COMPANIES)
    .map((each) => free(`insert technologies of ${each}`, ({ ports }) => answerWithin(ports, 0, technologiesOf(each)))),
  fc
    .tuple(fc.subarray(COMPANIES, { minLength: 1 }), fc.subarray(PARTNERS, { minLength: 1 }), fc.nat(3))
    .map(([accounts, partners, most]) => ({
      name: `warm paths of ${accounts.join(' ')} to ${partners.join(' ')}`,
      price: -1,
      act: warmPaths(accounts, partners, most),
    })),
  fc
    .constantFrom(...NAMES)
    .map((each) => free(`about ${each}`, ({ ports }) => searchCatalogue(ports, 'technology', each))),
);

/** Presses the last of the buttons that the card of the company offers; returns what that button said. */
function partnersOf(identifier: string) {
  return async ({ ports }: SandboxPorts): Promise<number> => {
    const { company: known, partners } = await recallCompany(ports, identifier);
    const counted = known.is === 'found' ? partnersCounted({ ...known, record: known.record }) : null;
    const offers = toOffers(partners?.total ?? counted, partners?.partners.length ?? 0);
    const offer = offers[offers.length - 1];
    if (offer === undefined || partners?.isWhole === true) return 0;
    await fetchPartnersOf(ports, identifier, offer.top, counted).catch(() => undefined);
    return offer.top;
  };
}

/** Asks about what is open for what its button says, and stops after so many answers; returns what the button said. */
function warmPaths(accounts: readonly string[], partners: readonly string[], most: number) {
  return async ({ ports }: SandboxPorts): Promise<number> => {
    const { paths, credits } = await recallPaths(ports, toPairs(accounts, partners));
    const open = paths.filter(({ found }) => found.is === 'open').slice(0, 1 + most * 10);
    await askPaths(ports, open, credits, { mayGoOn: () => true, onAnswered: () => undefined }).catch(() => undefined);
    return credits;
  };
}

it('whatever is pressed in whatever order, the service never charges more than the button said', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(PRESSES, fc.option(fc.constantFrom(...FAULTS), { freq: 5 })), { minLength: 1, maxLength: 12 }),
      async (walk) => {
        const world = new SandboxPorts();
        for (const [{ name, price, act }, fault] of walk) {
          if (fault !== null) await world.control('faults', fault);
          const before = await world.charged();
          const said = await act(world).catch(() => 0);
          const most = price < 0 ? Number(said) : price;
          const cost = (await world.charged()) - before;
          if (cost > most) throw new Error(`${name} cost ${cost}, and its button said ${most}`);
        }
      },
    ),
    { seed: SEED, numRuns: times(30) },
  );
});

it.each([
  company('stripe.com'),
  company('stripe'),
  list('shopify', 25),
  narrowed('shopify', 'US'),
  vendor('shopify'),
  search('shop'),
  shared('stripe.com', 'shopify.com'),
  graph('stripe.com'),
  both('stripe.com', 'shopify.com'),
  { name: 'warm paths', act: warmPaths(['stripe.com', 'company-7.example'], ['shopify.com', 'slack.com'], 9) },
])('$name: pressed again, nothing is sent', async ({ act }) => {
  const world = new SandboxPorts();
  await act(world);
  const sent = world.paths.length;
  expect(await world.charged()).toBeGreaterThan(0);
  await act(world);
  expect(world.paths.length).toBe(sent);
});
