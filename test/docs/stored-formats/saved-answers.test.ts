import { readStored } from '../../../shared/lookup/cache';
import { examples } from './examples';

it('the examples of answers are read whole', () => {
  const [found = '', notTracked = ''] = examples('Answers of the service');
  expect(readStored('company', 'stripe.com', found)).toEqual({
    is: 'found',
    record: { name: 'Stripe', primary_domain: 'stripe.com' },
    asOfMs: 1_790_000_040_000,
    lagsUntilMs: 1_790_003_640_000,
  });
  expect(readStored('company', 'gone.example', notTracked)).toEqual({ is: 'notTracked', asOfMs: 1_790_000_040_000 });
});
