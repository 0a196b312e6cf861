import type { CompanyFacts } from './company';

export interface WellKnownCompany {
  readonly slug: string;
  readonly name: string;
  /** The primary one first. */
  readonly domains: readonly [string, ...string[]];
  readonly facts: CompanyFacts;
}

/** Companies that everybody tries first; they exist whatever the icons contain. */
export const WELL_KNOWN_COMPANIES: readonly WellKnownCompany[] = [
  row('stripe', 'Stripe', 'stripe.com', 'Financial technology', 'United States|California|South San Francisco', 2010),
  row('shopify', 'Shopify', 'shopify.com', 'Retail software', 'Canada|Ontario|Ottawa', 2006),
  row('hubspot', 'HubSpot', 'hubspot.com', 'Marketing software', 'United States|Massachusetts|Cambridge', 2006),
  row('slack', 'Slack', 'slack.com', 'Collaboration software', 'United States|California|San Francisco', 2009),
  row('salesforce', 'Salesforce', 'salesforce.com', 'Sales software', 'United States|California|San Francisco', 1999),
  row('zendesk', 'Zendesk', 'zendesk.com', 'Customer support software', 'United States|California|San Francisco', 2007),
  row('atlassian', 'Atlassian', 'atlassian.com', 'Collaboration software', 'Australia|New South Wales|Sydney', 2002),
  row(
    'notion',
    'Notion',
    'notion.so notion.com',
    'Collaboration software',
    'United States|California|San Francisco',
    2013,
  ),
  row('figma', 'Figma', 'figma.com', 'Design software', 'United States|California|San Francisco', 2012),
  row('datadog', 'Datadog', 'datadoghq.com datadoghq.eu', 'Developer tools', 'United States|New York|New York', 2010),
  row('github', 'GitHub', 'github.com', 'Developer tools', 'United States|California|San Francisco', 2008),
  row('vercel', 'Vercel', 'vercel.com', 'Cloud infrastructure', 'United States|California|San Francisco', 2015),
  row(
    'cloudflare',
    'Cloudflare',
    'cloudflare.com',
    'Cloud infrastructure',
    'United States|California|San Francisco',
    2009,
  ),
  row('airtable', 'Airtable', 'airtable.com', 'Collaboration software', 'United States|California|San Francisco', 2012),
  row(
    'intercom',
    'Intercom',
    'intercom.com intercom.io',
    'Customer support software',
    'United States|California|San Francisco',
    2011,
  ),
  row('twilio', 'Twilio', 'twilio.com', 'Developer tools', 'United States|California|San Francisco', 2008),
  row('mailchimp', 'Mailchimp', 'mailchimp.com', 'Marketing software', 'United States|Georgia|Atlanta', 2001),
  row('asana', 'Asana', 'asana.com', 'Collaboration software', 'United States|California|San Francisco', 2008),
  row('dropbox', 'Dropbox', 'dropbox.com', 'Collaboration software', 'United States|California|San Francisco', 2007),
  row('zoom', 'Zoom', 'zoom.us zoom.com', 'Collaboration software', 'United States|California|San Jose', 2011),
  row('segment', 'Segment', 'segment.com', 'Marketing software', 'United States|California|San Francisco', 2011),
  row('google', 'Google', 'google.com', 'Internet', 'United States|California|Mountain View', 1998),
  row('microsoft', 'Microsoft', 'microsoft.com', 'Software', 'United States|Washington|Redmond', 1975),
  row('amazon', 'Amazon', 'amazon.com', 'Retail', 'United States|Washington|Seattle', 1994),
  row('apple', 'Apple', 'apple.com', 'Consumer electronics', 'United States|California|Cupertino', 1976),
  row('meta', 'Meta', 'meta.com', 'Internet', 'United States|California|Menlo Park', 2004),
  row('adobe', 'Adobe', 'adobe.com', 'Design software', 'United States|California|San Jose', 1982),
  row('oracle', 'Oracle', 'oracle.com', 'Software', 'United States|Texas|Austin', 1977),
  row('openai', 'OpenAI', 'openai.com', 'Software', 'United States|California|San Francisco', 2015),
];

function row(
  slug: string,
  name: string,
  domainList: string,
  industry: string,
  place: `${string}|${string}|${string}`,
  foundedYear: number,
): WellKnownCompany {
  const [domain = '', ...otherDomains] = domainList.split(' ');
  const [country = '', region = '', city = ''] = place.split('|');
  return { slug, name, domains: [domain, ...otherDomains], facts: { industry, country, region, city, foundedYear } };
}
