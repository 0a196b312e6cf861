import { toPseudo } from '../../languages/pseudo';

it('has letters that English lacks, and is longer', () => {
  expect(toPseudo('Freeze sheet')).toBe('Ḟřééééžéé šĥééééŧ');
});

it('keeps the places of values and the forms of a counted word', () => {
  expect(toPseudo('{0} of {1}')).toBe('{0} ööḟ {1}');
  expect(toPseudo('row | rows')).toBe('řööŵ | řööŵš');
});

it('writes numbers, lists and days in another manner', () => {
  expect(['en-US', ', ', '{0} {1} {2}'].map(toPseudo)).toEqual(['de-DE', '; ', '{0}. {1} {2}']);
});
