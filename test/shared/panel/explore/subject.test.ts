import { companyOfCell, keyOf, readRecent, withRecent, type Subject } from '../../../../shared/panel/explore/subject';

const company = (identifier: string): Subject => ({ is: 'company', identifier });

it.each([
  ['stripe.com', 'stripe.com'],
  ['https://www.Stripe.com/pricing', 'stripe.com'],
  ['ann@hubspot.com', 'hubspot.com'],
  ['stripe', null],
  ['ann@gmail.com', null],
  ['', null],
  [12, null],
  ['#N/A', null],
  ['trace_0123456789abcdef', null],
])('a cell with %j names the company %j', (value, expected) => {
  expect(companyOfCell(value)).toBe(expected);
});

it('subjects of the same name in another case are one', () => {
  expect(keyOf({ is: 'technology', name: 'Stripe' })).toBe(keyOf({ is: 'technology', name: 'stripe' }));
  expect(keyOf({ is: 'technology', name: 'Stripe' })).not.toBe(keyOf({ is: 'vendor', name: 'Stripe' }));
});

it('the latest subject comes first, once, and eight are kept', () => {
  const names = ['a.com', 'b.com', 'c.com', 'd.com', 'e.com', 'f.com', 'g.com', 'h.com', 'i.com', 'b.com'];
  const recent = names.reduce<readonly Subject[]>((all, name) => withRecent(all, company(name)), []);
  expect(recent).toEqual(['b.com', 'i.com', 'h.com', 'g.com', 'f.com', 'e.com', 'd.com', 'c.com'].map(company));
});

it('of what is saved, the damaged is left out', () => {
  const saved = [
    company('a.com'),
    { is: 'company', identifier: 7 },
    { is: 'other' },
    null,
    { is: 'search', query: 'x' },
  ];
  expect([readRecent(JSON.stringify(saved)), readRecent('{'), readRecent('{}'), readRecent(null)]).toEqual([
    [company('a.com'), { is: 'search', query: 'x' }],
    [],
    [],
    [],
  ]);
});
