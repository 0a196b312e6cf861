import { suggestNames } from '../../../../shared/enrich/plan/suggest-names';
import type { AskedName } from '../../../../shared/functions/names/name-verdict';
import type { Exchange, HttpRequest } from '../../../../shared/client/exchange';
import { drive } from '../../../fakes/bulk-drive';
import { MemoryGrid } from '../../../fakes/memory-grid';
import { json, MemoryHost } from '../../../fakes/memory-host';

const MANY = Array.from({ length: 120 }, (_name, index) => ({
  name: `Google ${index}`,
  slug: `g-${index}`,
  category: 'X',
}));
const NAMES = [
  { name: 'Stripe', slug: 'stripe', category: 'Payments' },
  { name: 'Stripo', slug: 'stripo', category: 'E-mail' },
  { name: 'Blue Stripes', slug: 'blue-stripes', category: 'Payments' },
  ...MANY,
];

const catalogue = ({ path }: HttpRequest): Exchange => {
  const q = new URLSearchParams(path.split('?')[1]).get('q')?.toLowerCase() ?? '';
  const data = NAMES.filter(({ name }) => name.toLowerCase().includes(q)).slice(0, 100);
  return json(200, { data, pagination: { has_next: false } });
};
const suggest = async (asked: AskedName, host: MemoryHost) =>
  await drive((ports) => suggestNames(ports, asked), host, new MemoryGrid([['']]));

it.each<[AskedName, readonly string[]]>([
  [{ kind: 'technology', text: 'stripe' }, ['Stripe', 'Blue Stripes']],
  [{ kind: 'technology', text: 'STRI' }, ['Stripe', 'Stripo', 'Blue Stripes']],
  [{ kind: 'category', text: 'pay' }, ['Payments']],
])('%j is suggested %j', async (asked, names) => {
  expect(await suggest(asked, new MemoryHost(catalogue))).toEqual({ names, isReached: true });
});

it('looks further where the first answer is cut', async () => {
  const host = new MemoryHost(catalogue);
  expect(await suggest({ kind: 'technology', text: 'google 119' }, host)).toEqual({
    names: ['Google 119'],
    isReached: true,
  });
  expect(host.requests).toHaveLength(2);
});

it('costs nothing, and asks once for names of the same beginning', async () => {
  const host = new MemoryHost(catalogue);
  await suggest({ kind: 'technology', text: 'stri' }, host);
  await suggest({ kind: 'technology', text: 'stripe' }, host);
  expect({ requests: host.requests.length, runs: host.spending.counters.runs }).toEqual({ requests: 1, runs: 0 });
});

it('says that the catalogue was not reached', async () => {
  const host = new MemoryHost(() => ({ ok: false, reason: 'unreachable' }));
  expect(await suggest({ kind: 'technology', text: 'stripe' }, host)).toEqual({ names: [], isReached: false });
});
