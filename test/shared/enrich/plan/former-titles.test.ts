import { COMPANY_FIELDS, PARTNER_FIELDS, TECHNOLOGY_FIELDS } from '../../../../shared/catalogue/fields';
import { titleOf, type Choice } from '../../../../shared/enrich/plan/column-spec';
import { isTitleOf } from '../../../../shared/enrich/plan/former-titles';

test.each<[string, Choice]>([
  ['Employees', { adds: 'company', field: 'employee_count' }],
  [' employees ', { adds: 'company', field: 'employee_count' }],
  ['Employee_Count', { adds: 'company', field: 'employee_count' }],
  ['name', { adds: 'company', field: 'name' }],
  ['technology_category', { adds: 'technologies', field: 'category', category: null }],
  ['technologies (payments)', { adds: 'technologies', field: 'name', category: 'Payments' }],
  ['has Stripe', { adds: 'hasTechnology', technology: 'stripe' }],
  ['partner_count', { adds: 'partners', field: 'count', type: null }],
  ['partners (channel)', { adds: 'partners', field: 'name', type: 'channel' }],
  ['shared with x.com', { adds: 'sharedPartners', company: 'x.com', field: 'name' }],
  ['shared with x.com (count)', { adds: 'sharedPartners', company: 'x.com', field: 'count' }],
])('%j is the column of %j', (title, choice) => {
  expect(isTitleOf(choice, title)).toBe(true);
});

test.each<[string, Choice]>([
  ['Name', { adds: 'company', field: 'name' }],
  ['', { adds: 'company', field: 'name' }],
  ['partner_count', { adds: 'company', field: 'partnership_count' }],
  ['technologies', { adds: 'technologies', field: 'name', category: 'Payments' }],
])('%j is not the column of %j', (title, choice) => {
  expect(isTitleOf(choice, title)).toBe(false);
});

test('no title of a column, new or former, is that of another', () => {
  const choices: readonly Choice[] = [
    ...COMPANY_FIELDS.filter(({ name }) => name !== 'technologies' && name !== 'technology_count').map(
      ({ name }): Choice => ({ adds: 'company', field: name }),
    ),
    ...TECHNOLOGY_FIELDS.map(({ name }): Choice => ({ adds: 'technologies', field: name, category: null })),
    ...PARTNER_FIELDS.map(({ name }): Choice => ({ adds: 'partners', field: name, type: null })),
  ];
  const twice = choices.filter((choice) => choices.filter((other) => isTitleOf(other, titleOf(choice))).length !== 1);
  expect(twice).toEqual([]);
});
