import { suggestionIn } from '../../../shared/errors/suggestion-in';
import { TraceError } from '../../../shared/errors/trace-error';

it.each([
  [new TraceError('technologyUnknown', { text: 'Shopfy', nearest: ['Shopify', 'Shopware'] }), ['Shopify', 'Shopware']],
  [new TraceError('categoryUnknown', { text: 'Analytic', nearest: ['Analytics'] }), ['Analytics']],
  [
    new TraceError('unknownField', { field: 'employes', nearest: ['employee_count', 'employee_range'] }),
    ['employee_count', 'employee_range'],
  ],
  [new TraceError('listUnknown', { listId: 'Leds', nearest: ['A', 'B', 'C'] }), ['A', 'B', 'C']],
])('a sentence says which names it suggests: %s', ({ message }, names) => {
  expect(suggestionIn(message)?.names).toEqual(names);
});

it('a sentence without a suggestion has none', () => {
  expect(suggestionIn(new TraceError('technologyUnknown', { text: 'Xyzzy', nearest: [] }).message)).toBeNull();
});

it('a name that the sentence cuts cannot be replaced', () => {
  const text = 'x'.repeat(80);
  expect(suggestionIn(new TraceError('technologyUnknown', { text, nearest: ['y'] }).message)).toBeNull();
});
