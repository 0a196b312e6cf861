import type { RecipeId } from './index';
import type { TypedAnswers } from './read-answers';

/** An example of a recipe, for pages, pictures and tests. Its words are names that Trace knows, in every language. */
interface RecipeExample {
  /** By question. */
  readonly typed: TypedAnswers;
  /** The titles of its sheet and the first rows below, as the sandbox answers. Long cells are cut. */
  readonly picture: readonly (readonly string[])[];
}

/** For each recipe, answers with which it can be tried, and the sheet that they make. */
export const EXAMPLES: Readonly<Record<RecipeId, RecipeExample>> = {
  'accounts-that-use': {
    typed: { accounts: 'stripe.com, shopify.com, slack.com, zendesk.com, figma.com', technologies: 'Stripe, React' },
    picture: [
      ['Account', 'Stripe', 'React'],
      ['stripe.com', 'TRUE', 'TRUE'],
      ['shopify.com', 'TRUE', 'FALSE'],
      ['slack.com', 'FALSE', 'FALSE'],
    ],
  },
  'add-tech-stack': {
    typed: { accounts: 'stripe.com, shopify.com, hubspot.com, zendesk.com', categories: 'Payments, Analytics' },
    picture: [
      ['Account', 'Technologies', 'Payments', 'Analytics', 'All technologies'],
      ['stripe.com', '20', 'Stripe', 'Google Analytics', 'Amazon Web Services, Datadog, Fastl…'],
      ['shopify.com', '7', 'Stripe', 'none', 'BentoML, Cloudflare, Google Workspa…'],
      ['hubspot.com', '14', 'PayPal', 'none', 'Aegis Authenticator, Amazon Web Ser…'],
    ],
  },
  'who-left': {
    typed: {
      accounts: 'zendesk.com, hubspot.com, stripe.com, slack.com',
      technology: 'Angular',
      since: '2026-01-01',
    },
    picture: [
      ['Account', 'Left?', 'Dropped', 'Added'],
      ['zendesk.com', 'Left', 'Angular, Google Analytics, OpenNebu…', 'Google Analytics, OpenNebula'],
      ['hubspot.com', 'No', 'Vite', 'none'],
      ['stripe.com', 'No', 'none', 'none'],
    ],
  },
  'score-accounts': {
    typed: {
      accounts: 'stripe.com, shopify.com, hubspot.com, zendesk.com, adidas.com',
      technology: 'Stripe',
      country: 'United States',
    },
    picture: [
      ['Account', 'Score', 'Rank', 'Name', 'Employees', 'Country', 'Uses it?'],
      ['stripe.com', '100', '1', 'Stripe', '8,500', 'United States', 'TRUE'],
      ['shopify.com', '80', '2', 'Shopify', '8,100', 'Canada', 'TRUE'],
      ['hubspot.com', '50', '3', 'HubSpot', '8,200', 'United States', 'FALSE'],
    ],
  },
  'leads-that-partner': {
    typed: { accounts: 'stripe.com, shopify.com, slack.com, zendesk.com, figma.com', partner: 'hubspot.com' },
    picture: [
      ['Lead', 'Partners?', 'Type', 'First seen', 'Last seen', 'Times seen'],
      ['stripe.com', 'TRUE', 'channel', '2020-07-22', '2024-01-01', '22'],
      ['shopify.com', 'TRUE', 'channel', '2023-07-13', '2024-07-26', '1'],
      ['slack.com', 'TRUE', 'technology', '2025-05-08', '2025-06-23', '23'],
    ],
  },
  'warm-paths': {
    typed: { accounts: 'stripe.com, shopify.com, slack.com, zendesk.com', partners: 'hubspot.com, segment.com' },
    picture: [
      ['Account', 'Paths', 'hubspot.com', 'segment.com'],
      ['stripe.com', '2', 'TRUE', 'TRUE'],
      ['shopify.com', '2', 'TRUE', 'TRUE'],
      ['slack.com', '1', 'TRUE', 'FALSE'],
    ],
  },
  'partners-of-partners': {
    typed: { company: 'linear.app', top: '4' },
    picture: [
      ['From', 'Domain', 'To', 'Domain', 'Type', 'Times seen', 'Step'],
      ['Linear', 'linear.app', 'Pexels', 'pexels.com', 'channel', '3', '1'],
      ['Pexels', 'pexels.com', 'Asana', 'asana.com', 'channel', '10', '2'],
      ['Pexels', 'pexels.com', 'SpaceX', 'spacex.com', 'generic', '5', '2'],
    ],
  },
  'find-companies': {
    typed: { technology: 'Shopify', country: 'Germany', top: '5' },
    picture: [
      ['Company', 'Domain', 'Industry', 'Employees', 'Country'],
      ['Aeroméxico', 'aeromexico.com', 'Manufacturing', '42', 'Germany'],
      ['Bitcoin', 'bitcoin.org', 'Insurance', '15', 'Germany'],
      ['Coda', 'coda.io', 'Retail', '128', 'Germany'],
    ],
  },
  'size-market': {
    typed: { technologies: 'Shopify, Stripe, React', share: '5', revenue: '10000' },
    picture: [
      ['Technology', 'Category', 'Companies', 'Customers', 'Revenue'],
      ['Shopify', 'E-commerce', '236', '12', '120,000'],
      ['Stripe', 'Payments', '355', '18', '180,000'],
      ['React', 'JavaScript frameworks', '793', '40', '400,000'],
    ],
  },
  'compare-companies': {
    typed: { first: 'stripe.com', second: 'shopify.com', top: '3' },
    picture: [
      [
        'First company uses',
        'Category',
        'Only or both',
        'Second company uses',
        'Category',
        'Only or both',
        'Shared partner',
        'Domain',
        'Last seen',
      ],
      [
        'Amazon Web Services',
        'Cloud hosting',
        'Only',
        'BentoML',
        'Infrastructure',
        'Only',
        'Segment',
        'segment.com',
        '2026-09-26',
      ],
      [
        'Datadog',
        'Monitoring',
        'Only',
        'Cloudflare',
        'Content delivery networks',
        'Only',
        'Asana',
        'asana.com',
        '2026-09-17',
      ],
      [
        'Fastly',
        'Content delivery networks',
        'Only',
        'Google Workspace',
        'E-mail hosting',
        'Both',
        'Mailchimp',
        'mailchimp.com',
        '2026-09-11',
      ],
    ],
  },
  'clean-names': {
    typed: { names: 'Stripe, Inc.\nSHOPIFY\nHubSpot Ltd\nNo Such Company XYZ' },
    picture: [
      ['Name', 'Search for', 'Domain', 'Name at Trace', 'Country', 'Match'],
      ['Stripe, Inc.', 'stripe', 'stripe.com', 'Stripe', 'United States', 'Certain'],
      ['SHOPIFY', 'shopify', 'shopify.com', 'Shopify', 'Canada', 'Certain'],
      ['HubSpot Ltd', 'hubspot', 'hubspot.com', 'HubSpot', 'United States', 'Certain'],
      ['No Such Company XYZ', 'no such xyz', 'none', '', '', 'None'],
    ],
  },
};
