interface WellKnownCompany {
  readonly slug: string;
  readonly name: string;
  /** The primary domain comes first. */
  readonly domains: readonly [string, ...string[]];
}

/** Companies that new users are likely to try first. They exist whatever the icons contain. */
export const WELL_KNOWN_COMPANIES: readonly WellKnownCompany[] = [
  row('stripe', 'Stripe', 'stripe.com'),
  row('shopify', 'Shopify', 'shopify.com'),
  row('hubspot', 'HubSpot', 'hubspot.com'),
  row('slack', 'Slack', 'slack.com'),
  row('salesforce', 'Salesforce', 'salesforce.com'),
  row('zendesk', 'Zendesk', 'zendesk.com'),
  row('atlassian', 'Atlassian', 'atlassian.com'),
  row('notion', 'Notion', 'notion.so notion.com'),
  row('figma', 'Figma', 'figma.com'),
  row('datadog', 'Datadog', 'datadoghq.com datadoghq.eu'),
  row('github', 'GitHub', 'github.com'),
  row('vercel', 'Vercel', 'vercel.com'),
  row('cloudflare', 'Cloudflare', 'cloudflare.com'),
  row('airtable', 'Airtable', 'airtable.com'),
  row('intercom', 'Intercom', 'intercom.com intercom.io'),
  row('twilio', 'Twilio', 'twilio.com'),
  row('mailchimp', 'Mailchimp', 'mailchimp.com'),
  row('asana', 'Asana', 'asana.com'),
  row('dropbox', 'Dropbox', 'dropbox.com'),
  row('zoom', 'Zoom', 'zoom.us zoom.com'),
  row('segment', 'Segment', 'segment.com'),
  row('google', 'Google', 'google.com'),
  row('microsoft', 'Microsoft', 'microsoft.com'),
  row('amazon', 'Amazon', 'amazon.com'),
  row('apple', 'Apple', 'apple.com'),
  row('meta', 'Meta', 'meta.com'),
  row('adobe', 'Adobe', 'adobe.com'),
  row('oracle', 'Oracle', 'oracle.com'),
  row('openai', 'OpenAI', 'openai.com'),
];

function row(slug: string, name: string, domainList: string): WellKnownCompany {
  const [domain = '', ...otherDomains] = domainList.split(' ');
  return { slug, name, domains: [domain, ...otherDomains] };
}
