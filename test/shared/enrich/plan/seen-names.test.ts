import { readSeenNames, withSeen } from '../../../../shared/enrich/plan/seen-names';
import { Bench } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';
import { json } from '../../../fakes/memory-host';

const [STRIPE, HUBSPOT, ADYEN] = [
  { name: 'Stripe', category: 'Payments', vendor_name: 'Stripe, Inc.' },
  { name: 'HubSpot', category: 'CRM', vendor_name: 'HubSpot' },
  { name: 'Adyen', category: 'Payments' },
];
const USED: Readonly<Record<string, readonly object[]>> = {
  'x1.example': [STRIPE!, ADYEN!],
  'x2.example': [HUBSPOT!, STRIPE!],
};

test('names in saved answers are told without a request, the most frequent first', async () => {
  const domains = ['x1.example', 'x2.example', 'x3.example'];
  const bench = new Bench([['domain'], ...domains.map((domain) => [domain])], (request) => {
    const asked = (request.body as { domains: readonly string[] }).domains;
    const toResult = (domain: string): object => ({
      ...{ domain, status: 'found' },
      company: { primary_domain: domain, technologies: USED[domain] ?? [], country: 'France', industry: null },
    });
    return json(200, { results: asked.map(toResult) });
  });
  await bench.start();
  const before = bench.requests;
  const seen = await drive(
    (ports) => readSeenNames(ports, [...domains, 'never-asked.example']),
    bench.host,
    bench.grid,
  );
  expect(seen).toEqual({
    technology: ['Stripe', 'Adyen', 'HubSpot'],
    category: ['Payments', 'CRM'],
    vendor: ['Stripe, Inc.', 'HubSpot'],
    country: ['France'],
    industry: [],
  });
  expect(bench.requests).toBe(before);
});

test('no more than 200 companies are looked at, in one look', async () => {
  const bench = new Bench([['domain']]);
  const looks: number[] = [];
  Object.assign(bench.host.performers, {
    peek: ({ identifiers }: { readonly identifiers: readonly string[] }) => {
      looks.push(identifiers.length);
      return new Map();
    },
  });
  const many = Array.from({ length: 50_000 }, (_company, index) => `x${index}.example`);
  await drive((ports) => readSeenNames(ports, many), bench.host, bench.grid);
  expect(looks).toEqual([200]);
});

test.each<[typed: string, names: readonly string[]]>([
  ['', ['Payments', 'Paywalls', 'CRM', 'Chat']],
  ['pay', ['Payments', 'Paywalls', 'Chat']],
  ['x', ['Chat', 'payments']],
])('"%s": seen names come before those of the catalogue, and once', (typed, names) => {
  const catalogue = typed === 'x' ? ['Chat', 'payments'] : ['payments', 'Chat'];
  expect(withSeen(['Payments', 'Paywalls', 'CRM', 'CMS'], catalogue, typed, 3)).toEqual(names);
});
