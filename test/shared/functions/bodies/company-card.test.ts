import { runSync } from '../../../../shared/task';
import { callFunction } from '../../../../shared/functions/call';
import { readCardField } from '../../../../shared/functions/bodies/company';
import { NO_OPTIONS } from '../../../../shared/cells/options';
import { isCard } from '../../../../shared/cells/values';
import { call, host } from '../known-companies';

const CARD = { fields: ['name'], options: { ...NO_OPTIONS, layout: 'card' } } as const;
const AS_OF_MS = Date.UTC(2026, 5, 1);

/** The facts of the first cell. */
const factsOf = (
  company: object,
  { fields, options }: { fields: readonly string[]; options: typeof NO_OPTIONS } = CARD,
) => {
  const answer = readCardField({ fields, options }, company as never, fields[0]!, AS_OF_MS);
  const cell = answer.is === 'one' ? answer.cell : null;
  return typeof cell === 'object' && cell !== null && isCard(cell) ? cell.facts : cell;
};

it('a card has the text of its cell, and the facts that the lookup has brought', () => {
  const [[card, country]] = runSync(
    callFunction('TRACE_COMPANY', [[['stripe.com']], 'name, country', 'layout=card']),
    host().performers,
  ) as never as [[unknown, unknown]];
  expect({ card, country }).toEqual({
    card: {
      text: 'Stripe',
      facts: [
        { name: 'Name', value: 'Stripe' },
        { name: 'Domain', value: 'stripe.com' },
        { name: 'Industry', value: 'Payments' },
        { name: 'Employees', value: 8000 },
        { name: 'Country', value: 'US' },
        { name: 'Technologies', value: ['Apollo', 'Google Analytics', 'react'] },
        { name: 'AsOf', value: { day: expect.stringMatching(/^\d{4}-/) as string } },
        { name: 'FreeUntil', value: { day: expect.stringMatching(/^\d{4}-/) as string } },
      ],
    },
    country: 'US',
  });
});

it('costs the one request of its lookup, and problems and blanks stay what they are', () => {
  const memory = host();
  const table = runSync(
    callFunction('TRACE_COMPANY', [[['stripe.com'], [''], ['gone.example'], ['a b']], null, 'layout=card']),
    memory.performers,
  );
  expect(memory.requests).toHaveLength(1);
  expect(
    table.map(([cell]) =>
      typeof cell === 'object' && isCard(cell) ? 'card' : typeof cell === 'object' ? 'problem' : cell,
    ),
  ).toEqual(['card', '', 'not tracked', 'problem']);
});

it('the first column is a card if it is a text, and no other column is', () => {
  expect(call('TRACE_COMPANY', [['stripe.com']], 'primary_domain, name', 'layout=card')).toEqual([
    ['card stripe.com', 'Stripe'],
  ]);
  expect(call('TRACE_COMPANY', [['stripe.com']], 'employee_count, name', 'layout=card')).toEqual([[8000, 'Stripe']]);
  expect(call('TRACE_COMPANY', [['stripe.com']], 'name', 'headers=2;layout=card')).toEqual([
    ['input', 'name'],
    ['stripe.com', 'card Stripe'],
  ]);
});

it('has only the facts that are known', () => {
  expect(factsOf({ slug: 'quiet', name: 'Quiet', technologies: [] })).toEqual([
    { name: 'Name', value: 'Quiet' },
    { name: 'AsOf', value: { day: '2026-06-01' } },
    { name: 'FreeUntil', value: { day: '2026-07-01' } },
  ]);
  expect(factsOf({ slug: 'nameless' })).toBe('');
});

it('names at most 100 technologies, and how many more there are', () => {
  const technologies = Array.from({ length: 1_234 }, (_technology, at) => ({
    name: `T${String(at).padStart(4, '0')}`,
  }));
  const facts = factsOf({ name: 'Large', technologies }) as readonly { name: string; value: readonly string[] }[];
  const { value } = facts.find(({ name }) => name === 'Technologies')!;
  expect([value.length, value[0], value[99], value[100]]).toEqual([101, 'T0000', 'T0099', '… +1,134 more']);
});

it.each([
  ['TRACE_COMPANY', 'layout=spill', 'join or card'],
  ['TRACE_TECH', 'layout=card', 'join, columns or spill'],
] as const)('%s refuses %s', (id, options, expected) => {
  expect(call(id, [['stripe.com']], null, options)[0]![0]).toContain(expected);
});

it('without the option nothing is a card', () => {
  expect(call('TRACE_COMPANY', [['stripe.com']], 'name', 'layout=join')).toEqual([['Stripe']]);
});
