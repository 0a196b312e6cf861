import { toKeptWords } from '../../../excel-addin/stored/kept-words';

it.each([
  ['protected', 1, '1 protected formula on "Leads" did not change. Unprotect the sheet, then retry.'],
  [
    'array',
    1_200,
    '1,200 array formulas on "Leads" did not change. Select the array, press F2, then Ctrl+Shift+Enter.',
  ],
  ['readOnly', 2, '2 formulas on "Leads" did not change: the workbook is read-only. Save a copy, then retry there.'],
  [{ said: 'Excel is busy.' }, 3, '3 formulas on "Leads" did not change. Excel is busy.'],
] as const)('says what was not recalculated and what to do: %j', (why, formulas, sentence) => {
  expect(toKeptWords([{ sheet: 'Leads', formulas, why }])).toBe(sentence);
});
