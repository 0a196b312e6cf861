import { readTypedSheet } from '../../../docs/site/sheets/typed-sheet';

it('reads texts, a column and a formula', () => {
  const { texts, formulas } = readTypedSheet(
    'A1     Account, old\nA2:A3  stripe.com, slack.com\nB2 =TRACE_TECH(A2:A3)',
  );
  expect([...texts]).toEqual([
    ['A1', 'Account, old'],
    ['A2', 'stripe.com'],
    ['A3', 'slack.com'],
  ]);
  expect(formulas).toEqual([{ place: 'B2', formula: '=TRACE_TECH(A2:A3)' }]);
});

it('counts where a column says so', () => {
  const { texts } = readTypedSheet('A2:A4  company-9.example … company-11.example');
  expect([...texts.values()]).toEqual(['company-9.example', 'company-10.example', 'company-11.example']);
});

it.each([
  ['A2:A4  one, two', '2 values: A2:A4  one, two'],
  ['A2:B4  one, two', 'not a line of a sheet: A2:B4  one, two'],
  ['Type this', 'not a line of a sheet: Type this'],
])('%s is refused', (block, message) => {
  expect(() => readTypedSheet(block)).toThrow(message);
});
