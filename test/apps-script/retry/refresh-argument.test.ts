import { withoutRefresh, withRefresh } from '../../../apps-script/retry/refresh-argument';

const CASES: readonly (readonly [formula: string, refreshed: string])[] = [
  ['=TRACE_TECH(A2)', '=TRACE_TECH(A2;;;"refresh=0123abcd")'],
  ['=TRACE_TECH(A2,"name")', '=TRACE_TECH(A2,"name",,"refresh=0123abcd")'],
  ['=TRACE_TECH(A2;"name";"top=3")', '=TRACE_TECH(A2;"name";"top=3";"refresh=0123abcd")'],
  ["=TRACE_TECH('Leads, 2026'!A2)", '=TRACE_TECH(\'Leads, 2026\'!A2;;;"refresh=0123abcd")'],
  ["=TRACE_TECH('Leads; {new}'!A2,B1)", '=TRACE_TECH(\'Leads; {new}\'!A2,B1,,"refresh=0123abcd")'],
  ['=TRACE_FIELDS()', '=TRACE_FIELDS(;;"refresh=0123abcd")'],
  ['=trace_tech (A2)&"x"', '=trace_tech (A2;;;"refresh=0123abcd")&"x"'],
  [
    '=IF(A2="","",TRACE_TECH(TRIM(A2),{"name","category"}))',
    '=IF(A2="","",TRACE_TECH(TRIM(A2),{"name","category"},,"refresh=0123abcd"))',
  ],
  [
    '=TRACE_TECH(A2)&TRACE_COMPANY(A2,"name")',
    '=TRACE_TECH(A2,,,"refresh=0123abcd")&TRACE_COMPANY(A2,"name",,"refresh=0123abcd")',
  ],
  [
    '=TRACE_COMPANY(\'Leads (1), "TRACE_TECH("\'!A2,"a ""(,;"" b")',
    '=TRACE_COMPANY(\'Leads (1), "TRACE_TECH("\'!A2,"a ""(,;"" b",,"refresh=0123abcd")',
  ],
  ['=MY_TRACE_TECH(A2)', '=MY_TRACE_TECH(A2)'],
  ['=TRACE_UNKNOWN(A2)', '=TRACE_UNKNOWN(A2)'],
  ['="TRACE_TECH(A2)"', '="TRACE_TECH(A2)"'],
];

it.each(CASES)('%s has an argument more, behind all that its functions know', (formula, refreshed) => {
  expect(withRefresh(formula, '0123abcd')).toBe(refreshed);
});

it.each(CASES)('%s is as it was without it', (formula, refreshed) => {
  expect(withoutRefresh(refreshed)).toBe(formula);
});

it.each([
  '=TRACE_JOB("job_1","refresh=2")&TRACE_TECH(A2,,"refresh=today")',
  '=TRACE_TECH(A2,,"refresh=20261127")',
  '=TRACE_JOB("job_1";"refresh=20261127")&TRACE_LISTS(;"refresh=20261127")',
  '=HYPERLINK(A2,"refresh=20261127")',
])('what people have written of that kind is theirs: %s', (own) => {
  expect(withoutRefresh(own)).toBe(own);
  expect(withoutRefresh(withRefresh(own, '0123abcd'))).toBe(own);
});

it('also beside what was added', () => {
  expect(withoutRefresh('=TRACE_TECH(A2,,"refresh=20261127")&TRACE_TECH(A3,,,"refresh=0123abcd")')).toBe(
    '=TRACE_TECH(A2,,"refresh=20261127")&TRACE_TECH(A3)',
  );
});
