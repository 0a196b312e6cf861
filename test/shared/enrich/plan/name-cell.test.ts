import { readInput } from '../../../../shared/cells/inputs';
import { mayBeName } from '../../../../shared/enrich/plan/name-cell';

const isName = (given: string): boolean => {
  const input = readInput(given);
  return input.is === 'problem' && mayBeName(input);
};

test.each([
  ...['Stripe, Inc.', 'Figma', 'Acme Ltd.', 'Food @ J.P. Morgan', 'Société Générale', 'Marks and Spencer Group Ltd.'],
  ...['The Walt Disney Company', 'Ben & Jerry’s', '3M Company'],
])('%s may be the name of a company', (given) => {
  expect(isName(given)).toBe(true);
});

test.each([
  ...['Asked us for a demo.', 'We talked about pricing and the roadmap', 'n/a', 'TBD', 'Unknown', 'Not found', '12345'],
  ...['ann@stripe.com, joe@adyen.com', '—'],
])('%s is none', (given) => {
  expect(isName(given)).toBe(false);
});
