import { TraceError } from '../../../../shared/errors/trace-error';
import type { Choice } from '../../../../shared/enrich/plan/column-spec';
import { checkChoice, withName, type ChoiceCheck } from '../../../../shared/enrich/plan/check-columns';
import type { Exchange, HttpRequest } from '../../../../shared/client/exchange';
import { drive } from '../../../fakes/bulk-drive';
import { MemoryGrid } from '../../../fakes/memory-grid';
import { json, MemoryHost } from '../../../fakes/memory-host';

const NAMES = [
  { name: 'Stripe', slug: 'stripe', category: 'Payments' },
  { name: 'Google Analytics', slug: 'google-analytics', category: 'Analytics' },
];

const catalogue = ({ path }: HttpRequest): Exchange => {
  const query = new URLSearchParams(path.split('?')[1]);
  const [q, category] = [query.get('q')?.toLowerCase(), query.get('category')];
  const data = NAMES.filter(
    (each) =>
      (q === undefined || each.name.toLowerCase().includes(q)) && (category === null || each.category === category),
  );
  return json(200, { data, pagination: { has_next: false } });
};

const has = (technology: string): Choice => ({ adds: 'hasTechnology', technology });
const ofCategory = (category: string): Choice => ({ adds: 'technologies', field: 'name', category });
const check = async (choice: Choice, host: MemoryHost): Promise<ChoiceCheck> =>
  await drive((ports) => checkChoice(ports, choice), host, new MemoryGrid([['']]));

it.each<[string, Choice, ChoiceCheck]>([
  ['a technology', has('stripe'), { is: 'accepted' }],
  ['a misspelt technology', has('Stripes'), { is: 'unknown', nearest: ['Stripe'] }],
  ['a technology that is like none', has('Zzyzx'), { is: 'unknown', nearest: [] }],
  ['a category', ofCategory('Payments'), { is: 'accepted' }],
  ['a misspelt category', ofCategory('Payment'), { is: 'unknown', nearest: ['Payments'] }],
])('%s is looked for in the catalogue', async (_name, choice, expected) => {
  const host = new MemoryHost(catalogue);
  expect(await check(choice, host)).toEqual(expected);
  expect(host.spending.counters.runs).toBe(0);
});

it('is not asked for twice', async () => {
  const host = new MemoryHost(catalogue);
  await check(has('Stripes'), host);
  const first = host.requests.length;
  await check(has('Stripes'), host);
  expect({ first, second: host.requests.length }).toEqual({ first: 2, second: 2 });
});

it.each<Choice>([
  { adds: 'company', field: 'industry' },
  { adds: 'technologies', field: 'name', category: null },
])('a column without a name asks nothing', async (choice) => {
  const host = new MemoryHost(catalogue);
  expect({ checked: await check(choice, host), requests: host.requests }).toEqual({
    checked: { is: 'accepted' },
    requests: [],
  });
});

it.each<[string, () => Exchange, TraceError | null]>([
  ['that is unreachable', () => ({ ok: false, reason: 'unreachable' }), new TraceError('unreachable', {})],
  ['that is missing', () => json(404, { detail: 'Not Found' }), null],
  ['without names', () => json(200, { data: [{ id: 1 }] }), null],
])('with a catalogue %s a name is accepted, with a word', async (_name, answer, why) => {
  expect(await check(has('Stripes'), new MemoryHost(answer))).toEqual({ is: 'unchecked', why });
});

it('gives a column the name that was meant', () => {
  expect([withName(has('Stripes'), 'Stripe'), withName(ofCategory('Payment'), 'Payments')]).toEqual([
    { adds: 'hasTechnology', technology: 'Stripe' },
    { adds: 'technologies', field: 'name', category: 'Payments' },
  ]);
});
