/** Facts of a company that are fixed instead of drawn. */
interface ExampleFacts {
  readonly industry: string;
  readonly country: string;
  readonly region: string;
  readonly city: string;
  readonly foundedYear: number;
  /** Rounded to what is commonly known. */
  readonly employees: number;
}

const SF = 'United States|California|San Francisco';

/**
 * Facts of the companies that new users see first, by slug. They are examples, written by hand from common knowledge,
 * so that a first look is believable; Trace observed none of them.
 */
export const EXAMPLE_FACTS: ReadonlyMap<string, ExampleFacts> = new Map([
  row('stripe', 'Financial technology', 'United States|California|South San Francisco', 2010, 8500),
  row('shopify', 'Retail software', 'Canada|Ontario|Ottawa', 2006, 8100),
  row('hubspot', 'Marketing software', 'United States|Massachusetts|Cambridge', 2006, 8200),
  row('slack', 'Collaboration software', SF, 2009, 2500),
  row('zendesk', 'Customer support software', SF, 2007, 6000),
  row('airtable', 'Collaboration software', SF, 2012, 700),
  row('notion', 'Collaboration software', SF, 2013, 800),
  row('figma', 'Design software', SF, 2012, 1600),
  row('datadog', 'Developer tools', 'United States|New York|New York', 2010, 6500),
  row('atlassian', 'Collaboration software', 'Australia|New South Wales|Sydney', 2002, 12_000),
  row('salesforce', 'Sales software', SF, 1999, 76_000),
  row('github', 'Developer tools', SF, 2008, 5600),
  row('vercel', 'Cloud infrastructure', SF, 2015, 600),
  row('cloudflare', 'Cloud infrastructure', SF, 2009, 4200),
  row('intercom', 'Customer support software', SF, 2011, 1000),
  row('twilio', 'Developer tools', SF, 2008, 5500),
  row('mailchimp', 'Marketing software', 'United States|Georgia|Atlanta', 2001, 1200),
  row('asana', 'Collaboration software', SF, 2008, 1800),
  row('dropbox', 'Collaboration software', SF, 2007, 2200),
  row('zoom', 'Collaboration software', 'United States|California|San Jose', 2011, 7400),
  row('segment', 'Marketing software', SF, 2011, 600),
  row('google', 'Internet', 'United States|California|Mountain View', 1998, 182_000),
  row('microsoft', 'Software', 'United States|Washington|Redmond', 1975, 228_000),
  row('amazon', 'Retail', 'United States|Washington|Seattle', 1994, 1_550_000),
  row('apple', 'Consumer electronics', 'United States|California|Cupertino', 1976, 164_000),
  row('meta', 'Internet', 'United States|California|Menlo Park', 2004, 74_000),
  row('adobe', 'Design software', 'United States|California|San Jose', 1982, 30_000),
  row('oracle', 'Software', 'United States|Texas|Austin', 1977, 159_000),
  row('openai', 'Software', SF, 2015, 4000),
  row('airbnb', 'Travel', SF, 2008, 7300),
  row('paypal', 'Financial technology', 'United States|California|San Jose', 1998, 24_000),
  row('doordash', 'Delivery', SF, 2013, 23_000),
  row('lyft', 'Transportation', SF, 2012, 2900),
  row('discord', 'Internet', SF, 2015, 900),
  row('squarespace', 'Website builders', 'United States|New York|New York', 2003, 1700),
  row('wix', 'Website builders', 'Israel|Tel Aviv|Tel Aviv', 2006, 5300),
  row('miro', 'Collaboration software', SF, 2011, 1600),
  row('linear', 'Developer tools', SF, 2019, 100),
  row('mongodb', 'Databases', 'United States|New York|New York', 2007, 5500),
  row('snowflake', 'Data platforms', 'United States|Montana|Bozeman', 2012, 7800),
  row('databricks', 'Data platforms', SF, 2013, 8000),
  row('okta', 'Security software', SF, 2009, 5900),
  row('box', 'Collaboration software', 'United States|California|Redwood City', 2005, 2800),
  row('square', 'Financial technology', 'United States|California|Oakland', 2009, 11_000),
  row('typeform', 'Marketing software', 'Spain|Catalonia|Barcelona', 2012, 500),
  row('sentry', 'Developer tools', SF, 2012, 400),
  row('newrelic', 'Developer tools', SF, 2008, 2600),
  row('digitalocean', 'Cloud infrastructure', 'United States|New York|New York', 2012, 1200),
  row('etsy', 'Retail', 'United States|New York|Brooklyn', 2005, 2400),
  row('pagerduty', 'Developer tools', SF, 2009, 1200),
  row('xero', 'Accounting software', 'New Zealand|Wellington|Wellington', 2006, 4600),
  row('intuit', 'Accounting software', 'United States|California|Mountain View', 1983, 18_000),
  row('cisco', 'Networking', 'United States|California|San Jose', 1984, 86_000),
  row('nvidia', 'Semiconductors', 'United States|California|Santa Clara', 1993, 36_000),
  row('adidas', 'Consumer goods', 'Germany|Bavaria|Herzogenaurach', 1949, 62_000),
  row('ikea', 'Retail', 'Netherlands|South Holland|Delft', 1943, 216_000),
  row('siemens', 'Manufacturing', 'Germany|Bavaria|Munich', 1847, 312_000),
]);

function row(
  slug: string,
  industry: string,
  place: `${string}|${string}|${string}`,
  foundedYear: number,
  employees: number,
): readonly [string, ExampleFacts] {
  const [country = '', region = '', city = ''] = place.split('|');
  return [slug, { industry, country, region, city, foundedYear, employees }];
}
