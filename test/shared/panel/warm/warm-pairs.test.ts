import { readCompanies, toPairs } from '../../../../shared/panel/warm/warm-pairs';

it('reads companies from lines, commas and semicolons, each once, and tells what is none', () => {
  const { companies, problems } = readCompanies(
    'https://www.Stripe.com/pricing\nshopify.com, slack; stripe.com\r\n\nAcme, Inc.\njane@gmail.com\n#N/A',
  );
  expect(companies).toEqual(['stripe.com', 'shopify.com', 'slack']);
  expect(problems.map(({ code }) => code)).toEqual([
    'inputIsNotADomain',
    'inputIsNotADomain',
    'inputIsFreeMail',
    'inputIsError',
  ]);
});

it('pairs go account by account, without a company and itself', () => {
  expect(toPairs(['a.com', 'b.com'], ['b.com', 'c.com'])).toEqual([
    { account: 'a.com', partner: 'b.com' },
    { account: 'a.com', partner: 'c.com' },
    { account: 'b.com', partner: 'c.com' },
  ]);
});
