import type { Partner } from '../../../../../shared/client/resources/partnerships';
import { arrangePartners, firstDayOf, spanOf } from '../../../../../shared/panel/explore/partners/partner-rows';

const partner = (given: Partial<Partner>): Partner => ({
  name: 'Slack',
  domain: null,
  slug: null,
  type: null,
  first_observed_at: null,
  last_observed_at: null,
  observation_count: null,
  category: null,
  description: null,
  ...given,
});

const SLACK = partner({ domain: 'slack.com', last_observed_at: '2026-03-01', observation_count: 2 });
const ADYEN = partner({ name: 'Adyen', type: 'Payments', last_observed_at: '2025-01-01', observation_count: 9 });
const ZOOM = partner({ name: 'Zoom', last_observed_at: '2026-05-01' });
const ALL = [SLACK, ADYEN, ZOOM];

const names = (partners: readonly Partner[]): readonly string[] => partners.map(({ name }) => name);

test.each([
  ['', ['Zoom', 'Slack', 'Adyen']],
  ['SLACK.c', ['Slack']],
  ['payments', ['Adyen']],
  ['none', []],
])('“%s” finds partners by name, domain or type', (text, found) => {
  expect(names(arrangePartners(ALL, text, 'latest'))).toEqual(found);
});

test.each([
  ['latest', ['Zoom', 'Slack', 'Adyen']],
  ['times', ['Adyen', 'Slack', 'Zoom']],
  ['name', ['Adyen', 'Slack', 'Zoom']],
] as const)('partners are sorted by %s', (order, sorted) => {
  expect(names(arrangePartners(ALL, '', order))).toEqual(sorted);
});

const [START, END] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 11)];

test.each([
  ['2026-01-01', '2026-01-06', { from: 0, to: 0.5 }],
  [null, '2026-01-06', { from: 0.5, to: 0.5 }],
  ['2025-01-01', '2027-01-01', { from: 0, to: 1 }],
  [null, null, null],
  ['soon', '2026-01-06', null],
])('a partnership seen from %s to %s covers that part of the bar', (first, last, span) => {
  expect(spanOf(partner({ first_observed_at: first, last_observed_at: last }), START, END)).toEqual(span);
});

test('the bars begin with the first day of any partnership', () => {
  expect([firstDayOf([...ALL, partner({ first_observed_at: '2024-01-01' })]), firstDayOf([partner({})])]).toEqual([
    Date.UTC(2024, 0, 1),
    null,
  ]);
});
