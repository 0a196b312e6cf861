import { readEnrichment } from '../../../../shared/client/resources/enrichment';
import { readPartners, toPartnersRecord } from '../../../../shared/client/resources/partnerships';

const shopify = {
  partner_name: 'Shopify',
  partner_domain: 'shopify.com',
  partner_slug: 'shopify',
  first_observed_at: '2024-03-11T00:00:00Z',
  last_observed_at: '2025-09-02T00:00:00Z',
  observation_count: 12,
};
const partner = {
  name: 'Shopify',
  domain: 'shopify.com',
  slug: 'shopify',
  type: null,
  first_observed_at: '2024-03-11T00:00:00Z',
  last_observed_at: '2025-09-02T00:00:00Z',
  observation_count: 12,
  category: null,
  description: null,
};

describe('a list of partners', () => {
  const list = { rows: [{ ...shopify, partnership_type: 'technology' }], isList: true, isCut: true, isPartial: false };

  it('is read as the documentation shows it', () => {
    const company = { slug: 'stripe', name: 'Stripe', primary_domain: 'stripe.com', partnership_count: 482 };
    expect(toPartnersRecord({ ...list, total: 400, about: { company } })).toEqual({
      company: { name: 'Stripe', slug: 'stripe', domain: 'stripe.com' },
      count: 482,
      partners: [{ ...partner, type: 'technology' }],
    });
  });

  it('is counted by its total where the company does not say', () => {
    expect(toPartnersRecord({ ...list, total: 400, about: { company: 'Stripe' } })).toMatchObject({
      company: { name: null, slug: null, domain: null },
      count: 400,
    });
  });
});

describe('partners', () => {
  it('keep what is not known of', () => {
    expect(readPartners([{ ...shopify, tier: 'gold' }])).toEqual([{ ...partner, rest: { tier: 'gold' } }]);
  });

  it('are named by their domain where they have no name, and left out where they have neither', () => {
    expect(readPartners([{ partner_domain: 'a.com' }, {}, null, 4]).map(({ name }) => name)).toEqual(['a.com']);
  });
});

describe('an enrichment', () => {
  it('is read as the documentation shows it', () => {
    const body = {
      results: [
        {
          domain: 'stripe.com',
          status: 'found',
          company_name: 'Stripe',
          slug: 'stripe',
          partnerships: [shopify],
          partnership_count: 1,
        },
        {
          domain: 'quiet.example',
          status: 'no_partnerships',
          company_name: 'Quiet',
          slug: 'quiet',
          partnerships: [],
          partnership_count: 0,
        },
        {
          domain: 'x.example',
          status: 'not_tracked',
          company_name: null,
          slug: null,
          partnerships: [],
          partnership_count: 0,
        },
      ],
    };
    expect(readEnrichment(body)).toEqual([
      {
        domain: 'stripe.com',
        record: { company: { name: 'Stripe', slug: 'stripe', domain: 'stripe.com' }, count: 1, partners: [partner] },
      },
      {
        domain: 'quiet.example',
        record: { company: { name: 'Quiet', slug: 'quiet', domain: 'quiet.example' }, count: 0, partners: [] },
      },
      { domain: 'x.example', record: null },
    ]);
  });

  it('does not take a missing list for an empty one', () => {
    const read = readEnrichment({ results: [{ domain: 'a.com', status: 'found' }] });
    expect(read?.[0]?.record?.partners).toBeNull();
  });

  it('leaves out a status that it does not know', () => {
    expect(readEnrichment({ results: [{ domain: 'a.com', status: 'pending' }] })).toEqual([]);
  });
});
