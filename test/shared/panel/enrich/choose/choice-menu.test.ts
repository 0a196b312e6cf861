import { titleOf, type Choice } from '../../../../../shared/enrich/plan/column-spec';
import {
  isChosen,
  moved,
  PICK_GROUPS,
  withChoices,
  withTop,
} from '../../../../../shared/panel/enrich/choose/choice-menu';

const NAME: Choice = { adds: 'company', field: 'name' };
const TECH: Choice = { adds: 'technologies', field: 'name', category: null };
const COUNT: Choice = { adds: 'technologies', field: 'count', category: null };

test('no two entries of the menu have the same id, or would fill a column of the same title', () => {
  const picks = PICK_GROUPS.flatMap((group) => group.picks);
  const ids = picks.map(({ id }) => id);
  const titles = picks.filter(({ asks }) => asks === null).map(({ toChoice }) => titleOf(toChoice('')));
  expect({ distinctIds: new Set(ids).size, distinctTitles: new Set(titles).size }).toEqual({
    distinctIds: ids.length,
    distinctTitles: titles.length,
  });
});

test.each([
  ['company.employee_count', '', { adds: 'company', field: 'employee_count' }],
  ['tech.ofCategory', 'Payments', { adds: 'technologies', field: 'name', category: 'Payments' }],
  ['tech.countOfCategory', 'Payments', { adds: 'technologies', field: 'count', category: 'Payments' }],
  ['tech.has', 'Stripe', { adds: 'hasTechnology', technology: 'Stripe' }],
  ['partners.ofType', 'Channel', { adds: 'partners', field: 'name', type: 'channel', top: 3 }],
  ['partners.countOfType', 'generic', { adds: 'partners', field: 'count', type: 'generic', top: 3 }],
  ['partners.sharedCount', 'stripe.com', { adds: 'sharedPartners', company: 'stripe.com', field: 'count' }],
  ['partners.shared', 'stripe.com', { adds: 'sharedPartners', company: 'stripe.com', field: 'name' }],
  ['partners.shared', 'https://www.Stripe.com/', { adds: 'sharedPartners', company: 'stripe.com', field: 'name' }],
  ['partners.shared', 'Stripe Inc', { adds: 'sharedPartners', company: 'Stripe Inc', field: 'name' }],
])('%s with %p adds its column', (id, typed, choice) => {
  const pick = PICK_GROUPS.flatMap(({ picks }) => picks).find((each) => each.id === id);
  expect(pick?.toChoice(typed)).toEqual(choice);
});

test('all columns of partners show as many of them as the first', () => {
  const names: Choice = { adds: 'partners', field: 'name', type: null, top: 5 };
  const domains: Choice = { adds: 'partners', field: 'domain', type: null, top: 3 };
  expect(withChoices([names], [domains])).toEqual([names, { ...domains, top: 5 }]);
  expect(withTop([names, TECH], undefined)).toEqual([{ adds: 'partners', field: 'name', type: null }, TECH]);
  expect(isChosen([names], { ...names, top: 3 })).toBe(true);
});

test('what is chosen already is not added twice', () => {
  expect(isChosen([NAME], NAME)).toBe(true);
  expect(withChoices([TECH], [NAME, TECH, COUNT])).toEqual([TECH, NAME, COUNT]);
});

test.each([
  [0, 2, [TECH, COUNT, NAME]],
  [2, 0, [COUNT, NAME, TECH]],
  [0, -1, [NAME, TECH, COUNT]],
  [2, 3, [NAME, TECH, COUNT]],
])('moving %p to %p', (from, to, order) => {
  expect(moved([NAME, TECH, COUNT], from, to)).toEqual(order);
});
