import { isCompanyTitle, isOtherTitle } from '../../../../shared/enrich/plan/column-title';

test.each([
  ...[
    'Company',
    'Companies',
    'Company name',
    'company_name',
    'Customer',
    'Customers',
    'Account Name',
    'Client',
    'Name',
  ],
  ...['Domain', 'Website', 'Web site', 'Website URL', 'E-mail', 'Email address', 'Organisation', 'Prospect', 'Vendor:'],
])('%s is the title of companies', (title) => {
  expect([isCompanyTitle(title), isOtherTitle(title)]).toEqual([true, false]);
});

test.each([
  ...['Title', 'Job title', 'Role', 'Notes', 'Note', 'Comments', 'Description', 'First name', 'Last Name', 'Contact'],
  ...['Lead status', 'Owner', 'City', 'Country', 'Industry', 'Phone number', 'Next steps', 'created_at'],
])('%s is the title of something else', (title) => {
  expect([isCompanyTitle(title), isOtherTitle(title)]).toEqual([false, true]);
});

test.each(['Stripe', 'Our leads', 'Figma Ltd.', 'Nestlé', 'Target'])('%s is no title that is known', (title) => {
  expect([isCompanyTitle(title), isOtherTitle(title)]).toEqual([false, false]);
});
