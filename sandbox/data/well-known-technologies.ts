/** A technology whose category, vendor and frequency are fixed instead of drawn. */
export interface WellKnownTechnology {
  readonly slug: string;
  readonly name: string;
  readonly category: string;
  readonly vendorName: string | null;
  readonly vendorSlug: string | null;
  /** The share of average companies that use it. */
  readonly share: number;
}

export const WELL_KNOWN_TECHNOLOGIES: readonly WellKnownTechnology[] = [
  row('react', 'React', 'JavaScript frameworks', 'Meta', 0.4),
  row('nextdotjs', 'Next.js', 'Web frameworks', 'Vercel', 0.18),
  row('vuedotjs', 'Vue.js', 'JavaScript frameworks', null, 0.12),
  row('angular', 'Angular', 'JavaScript frameworks', 'Google', 0.09),
  row('svelte', 'Svelte', 'JavaScript frameworks', null, 0.04),
  row('jquery', 'jQuery', 'JavaScript libraries', null, 0.35),
  row('lodash', 'Lodash', 'JavaScript libraries', null, 0.12),
  row('typescript', 'TypeScript', 'Programming languages', 'Microsoft', 0.3),
  row('php', 'PHP', 'Programming languages', null, 0.28),
  row('ruby', 'Ruby', 'Programming languages', null, 0.06),
  row('rubyonrails', 'Ruby on Rails', 'Web frameworks', null, 0.07),
  row('python', 'Python', 'Programming languages', null, 0.14),
  row('django', 'Django', 'Web frameworks', null, 0.05),
  row('laravel', 'Laravel', 'Web frameworks', null, 0.07),
  row('nodedotjs', 'Node.js', 'Web servers', null, 0.22),
  row('webpack', 'Webpack', 'Build tools', null, 0.25),
  row('vite', 'Vite', 'Build tools', null, 0.12),
  row('tailwindcss', 'Tailwind CSS', 'UI frameworks', null, 0.16),
  row('bootstrap', 'Bootstrap', 'UI frameworks', null, 0.17),
  row('nginx', 'NGINX', 'Web servers', 'F5', 0.3),
  row('apache', 'Apache', 'Web servers', null, 0.15),
  row('postgresql', 'PostgreSQL', 'Databases', null, 0.1),
  row('mysql', 'MySQL', 'Databases', 'Oracle', 0.12),
  row('redis', 'Redis', 'Databases', 'Redis', 0.08),
  row('wordpress', 'WordPress', 'Content management', 'Automattic', 0.27),
  row('drupal', 'Drupal', 'Content management', null, 0.04),
  row('contentful', 'Contentful', 'Content management', 'Contentful', 0.05),
  row('webflow', 'Webflow', 'Website builders', 'Webflow', 0.06),
  row('wix', 'Wix', 'Website builders', 'Wix', 0.04),
  row('shopify', 'Shopify', 'E-commerce', 'Shopify', 0.11),
  row('woocommerce', 'WooCommerce', 'E-commerce', 'Automattic', 0.07),
  row('stripe', 'Stripe', 'Payments', 'Stripe', 0.16),
  row('paypal', 'PayPal', 'Payments', 'PayPal', 0.13),
  row('klarna', 'Klarna', 'Payments', 'Klarna', 0.03),
  row('googleanalytics', 'Google Analytics', 'Analytics', 'Google', 0.58),
  row('googletagmanager', 'Google Tag Manager', 'Tag management', 'Google', 0.5),
  row('googleads', 'Google Ads', 'Advertising', 'Google', 0.22),
  row('googlemaps', 'Google Maps', 'Maps', 'Google', 0.11),
  row('hotjar', 'Hotjar', 'Analytics', 'Hotjar', 0.15),
  row('mixpanel', 'Mixpanel', 'Analytics', 'Mixpanel', 0.05),
  row('segment', 'Segment', 'Customer data platforms', 'Twilio', 0.08),
  row('hubspot', 'HubSpot', 'Marketing automation', 'HubSpot', 0.17),
  row('mailchimp', 'Mailchimp', 'E-mail marketing', 'Intuit', 0.1),
  row('salesforce', 'Salesforce', 'Customer relationship management', 'Salesforce', 0.15),
  row('zendesk', 'Zendesk', 'Customer support', 'Zendesk', 0.11),
  row('intercom', 'Intercom', 'Live chat', 'Intercom', 0.09),
  row('twilio', 'Twilio', 'Communication APIs', 'Twilio', 0.06),
  row('slack', 'Slack', 'Collaboration', 'Salesforce', 0.2),
  row('zoom', 'Zoom', 'Collaboration', 'Zoom', 0.14),
  row('notion', 'Notion', 'Collaboration', 'Notion', 0.08),
  row('airtable', 'Airtable', 'Collaboration', 'Airtable', 0.05),
  row('asana', 'Asana', 'Collaboration', 'Asana', 0.05),
  row('jira', 'Jira', 'Issue tracking', 'Atlassian', 0.14),
  row('figma', 'Figma', 'Design', 'Figma', 0.09),
  row('dropbox', 'Dropbox', 'File storage', 'Dropbox', 0.05),
  row('amazonwebservices', 'Amazon Web Services', 'Cloud hosting', 'Amazon', 0.36),
  row('googlecloud', 'Google Cloud', 'Cloud hosting', 'Google', 0.16),
  row('microsoftazure', 'Microsoft Azure', 'Cloud hosting', 'Microsoft', 0.13),
  row('microsoft365', 'Microsoft 365', 'E-mail hosting', 'Microsoft', 0.33),
  row('googleworkspace', 'Google Workspace', 'E-mail hosting', 'Google', 0.36),
  row('cloudflare', 'Cloudflare', 'Content delivery networks', 'Cloudflare', 0.42),
  row('fastly', 'Fastly', 'Content delivery networks', 'Fastly', 0.06),
  row('vercel', 'Vercel', 'Cloud hosting', 'Vercel', 0.09),
  row('netlify', 'Netlify', 'Cloud hosting', 'Netlify', 0.05),
  row('docker', 'Docker', 'Containers', 'Docker', 0.08),
  row('kubernetes', 'Kubernetes', 'Containers', null, 0.07),
  row('github', 'GitHub', 'Developer tools', 'Microsoft', 0.16),
  row('gitlab', 'GitLab', 'Developer tools', 'GitLab', 0.05),
  row('datadog', 'Datadog', 'Monitoring', 'Datadog', 0.09),
  row('sentry', 'Sentry', 'Monitoring', 'Sentry', 0.12),
  row('newrelic', 'New Relic', 'Monitoring', 'New Relic', 0.08),
  row('cookiebot', 'Cookiebot', 'Consent management', 'Usercentrics', 0.08),
];

/** Fixed stacks of companies that new users see first; slugs of technologies. */
export const WELL_KNOWN_STACKS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'stripe',
    [
      ...['amazonwebservices', 'datadog', 'fastly', 'figma', 'github', 'googleanalytics', 'googletagmanager'],
      ...['googleworkspace', 'jira', 'nginx', 'nodedotjs', 'react', 'ruby', 'salesforce', 'sentry', 'slack'],
      ...['stripe', 'typescript', 'webpack', 'zoom'],
    ],
  ],
]);

function row(
  slug: string,
  name: string,
  category: string,
  vendorName: string | null,
  share: number,
): WellKnownTechnology {
  const vendorSlug = vendorName === null ? null : vendorName.toLowerCase().replace(/[^a-z0-9]/g, '');
  return { slug, name, category, vendorName, vendorSlug, share };
}
