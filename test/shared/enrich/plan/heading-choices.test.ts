import { COMPANY_FIELDS, PARTNER_FIELDS, TECHNOLOGY_FIELDS } from '../../../../shared/catalogue/fields';
import { titleOf, type Choice } from '../../../../shared/enrich/plan/column-spec';
import { choiceOfHeading } from '../../../../shared/enrich/plan/heading-choices';

const company = (field: string): Choice => ({ adds: 'company', field });
const technologies = (field: string, category: string | null = null): Choice => ({
  ...{ adds: 'technologies', field, category },
});
const partners = (field: string, type: string | null = null): Choice => ({ adds: 'partners', field, type });
const has = (technology: string): Choice => ({ adds: 'hasTechnology', technology });

test.each<[string, Choice]>([
  ['Employees', company('employee_count')],
  ['# of employees', company('employee_count')],
  ['Number of Employees', company('employee_count')],
  ['No. of employees', company('employee_count')],
  [' Headcount ', company('employee_count')],
  ['employee_count', company('employee_count')],
  ['Company size', company('employee_range')],
  ['INDUSTRY', company('industry')],
  ['Sector', company('industry')],
  ['HQ Country', company('country')],
  ['State', company('region')],
  ['Year founded', company('founded_year')],
  ['Company name', company('name')],
  ['Tech stack', technologies('name')],
  ['Technologies', technologies('name')],
  ['Number of technologies', technologies('count')],
  ['technologies (Payments)', technologies('name', 'Payments')],
  ['Technologies: Payments', technologies('name', 'Payments')],
  ['Shared partner count with stripe.com', { adds: 'sharedPartners', company: 'stripe.com', field: 'count' }],
  ['Tech count (CRM)', technologies('count', 'CRM')],
  ['Partners', partners('name')],
  ['# Partners', company('partnership_count')],
  ['Partner count', company('partnership_count')],
  ['Partners (Channel)', partners('name', 'channel')],
  ['Uses Shopify?', has('Shopify')],
  ['uses Google Analytics', has('Google Analytics')],
  ['has Stripe', has('Stripe')],
  ['Shared with stripe.com', { adds: 'sharedPartners', company: 'stripe.com', field: 'name' }],
  ['Partners in common with Stripe.com', { adds: 'sharedPartners', company: 'stripe.com', field: 'name' }],
])('%j asks for %j', (heading, choice) => {
  expect(choiceOfHeading(heading)).toEqual(choice);
});

test.each([
  '',
  '   ',
  'Website',
  'Domain',
  'Company',
  'Name',
  'Owner',
  'Notes',
  'Contacted?',
  'Is customer?',
  'Has been contacted by sales?',
  'When did we talk?',
  'Next step',
  'Partners (friendly)',
  'Partners: friendly',
  'Deal: won',
  'Employees (2020)',
  '?',
  '42',
])('%j asks for nothing', (heading) => {
  expect(choiceOfHeading(heading)).toBeNull();
});

test('the title of every column that Trace adds asks for that column, or for a cheaper one', () => {
  const choices = [
    ...COMPANY_FIELDS.filter(({ name }) => name !== 'name').map(({ name }) => company(name)),
    ...TECHNOLOGY_FIELDS.map(({ name }) => technologies(name)),
    ...PARTNER_FIELDS.filter(({ name }) => name !== 'count').map(({ name }) => partners(name)),
  ];
  const wrong = choices.filter((choice) => {
    const found = choiceOfHeading(titleOf(choice));
    return found === null || titleOf(found) !== titleOf(choice);
  });
  expect(wrong).toEqual([]);
});
