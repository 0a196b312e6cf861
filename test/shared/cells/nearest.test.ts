import { isSlipOf } from '../../../shared/cells/nearest';

describe('a misspelling of a name that is shown', () => {
  it.each([
    ['Googel Analytics', 'Google Analytics'],
    ['Google Analytcs', 'Google Analytics'],
    ['Cloudflaer', 'Cloudflare'],
    ['Salesforce Markting', 'Salesforce Marketing'],
    ['GoogleAnalytics', 'Google Analytics'],
  ])('%s is one of %s', (asked, known) => {
    expect(isSlipOf(asked, known)).toBe(true);
  });

  it.each([
    ['Amazon SES', 'Amazon SNS'],
    ['Amazon EKS', 'Amazon ECS'],
    ['HubSpot CRM', 'HubSpot CMS'],
    ['Preact', 'React'],
    ['Bootstrap 4', 'Bootstrap 5'],
    ['Adobe DTM 2', 'Adobe DMT 2'],
  ])('%s is a name beside %s', (asked, known) => {
    expect(isSlipOf(asked, known)).toBe(false);
  });
});
