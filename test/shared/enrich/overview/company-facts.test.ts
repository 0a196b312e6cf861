import { ownDomainOf, toSavedCompany } from '../../../../shared/enrich/overview/company-facts';
import type { LookupOutcome } from '../../../../shared/records/outcome';

const found = (record: object): LookupOutcome => ({ is: 'found', asOfMs: 1, record }) as LookupOutcome;
const NOT_TRACKED: LookupOutcome = { is: 'notTracked', asOfMs: 1 };
const NOTHING = { company: undefined, partners: undefined, lists: [] };

test('facts are read from the saved answers about a company, its partners and its lists of partners', () => {
  const company = found({
    country: 'Germany',
    employee_range: '51-200',
    technologies: [{ name: 'React', slug: 'react', category: 'Libraries' }, { name: 'Own' }],
  });
  const partners = found({ company: { domain: null }, partners: [{ name: 'AWS', domain: 'AWS.com', slug: 'aws' }] });
  const list = found({ rows: [{ partner_name: 'Shopify', partner_slug: 'shopify' }, { partner_name: 'Acme' }] });
  expect(toSavedCompany({ company, partners, lists: [list, undefined] })).toEqual({
    is: 'found',
    facts: {
      technologies: [
        { key: 'react', name: 'React' },
        { key: 'own', name: 'Own' },
      ],
      categories: [{ key: 'libraries', name: 'Libraries' }],
      country: { key: 'germany', name: 'Germany' },
      employees: { key: '51-200', name: '51-200' },
      partners: [
        { key: 'aws.com', name: 'AWS' },
        { key: 'shopify', name: 'Shopify' },
        { key: 'acme', name: 'Acme' },
      ],
    },
  });
});

test('what an answer does not say is unknown instead of empty', () => {
  expect(toSavedCompany({ ...NOTHING, company: found({ name: 'Acme', employee_range: '' }) })).toEqual({
    is: 'found',
    facts: { technologies: null, categories: null, country: null, employees: null, partners: null },
  });
});

test('a company that is not tracked is told from one without a saved answer', () => {
  const failed = { is: 'failed', error: null } as unknown as LookupOutcome;
  expect([
    toSavedCompany({ ...NOTHING, company: NOT_TRACKED }).is,
    toSavedCompany({ ...NOTHING, partners: NOT_TRACKED }).is,
    toSavedCompany(NOTHING).is,
    toSavedCompany({ ...NOTHING, company: failed }).is,
  ]).toEqual(['notTracked', 'notTracked', 'unsaved', 'unsaved']);
});

test('the domain of the company is that in its answer', () => {
  const partners = found({ company: { domain: 'stripe.com' }, partners: null });
  expect([
    ownDomainOf({ ...NOTHING, company: found({ primary_domain: 'https://www.Stripe.com/' }) }),
    ownDomainOf({ ...NOTHING, partners }),
    ownDomainOf({ ...NOTHING, company: NOT_TRACKED }),
  ]).toEqual(['stripe.com', 'stripe.com', null]);
});
