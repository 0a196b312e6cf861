import { TraceError } from '../../../shared/formulas';
import { readShown } from '../../../shared/lookup/shown-answers';
import { examples } from './examples';

it('the example of what formulas have shown is read whole', () => {
  const [shown = ''] = examples('What formulas have shown');
  expect([...readShown(`4711|${shown}`, '4711').values()].map(({ key, lines }) => [key, lines])).toEqual([
    ['stripe.com', [['Financial Services', 'Stripe']]],
    ['gone.example', []],
  ]);
});

it('the example of every kind of word that formulas have shown is read whole', () => {
  const [, shown = ''] = examples('What formulas have shown');
  const unknown = new TraceError('technologyUnknown', { text: 'Reactt', nearest: ['React'] });
  expect([...readShown(`4711|${shown}`, '4711').values()].map(({ key, lines }) => [key, lines])).toEqual([
    ['stripe.com', [['React, Stripe', 5, true, { day: '2026-06-01' }, unknown]]],
  ]);
});
