import { findTraceCalls, isMade, readOnlyCall, valueOf, type ReadCells } from '../../../shared/cells/trace-calls';

/** Column A has domains, B a blank cell in row 2, and `domain` is a named cell. */
const read: ReadCells = (asked) => {
  if ('name' in asked) return asked.name === 'DOMAIN' ? 'named.com' : undefined;
  if (asked.sheet !== undefined) return asked.sheet === 'My leads' ? 'lead.com' : undefined;
  return asked.column === 1 ? `row-${asked.row}.com` : '';
};

/** The calls that are made for certain, with the values of their arguments. */
const certain = (formula: string) =>
  findTraceCalls(formula)
    .filter((call) => !call.isConditional && isMade(call, read))
    .map(({ id, args }) => [id, ...args.map((each) => valueOf(each, read))])
    .filter((call) => !call.includes(undefined));

it.each([
  ['=TRACE_TECH(A2)', ['TRACE_TECH', 'row-2.com']],
  ['=_xldudf_trace_tech(A2)', ['TRACE_TECH', 'row-2.com']],
  ['=TRACE_TECH(A2,,"top=3")', ['TRACE_TECH', 'row-2.com', null, 'top=3']],
  ['=IFERROR(TRACE_TECH(A2),"")', ['TRACE_TECH', 'row-2.com']],
  ['=IFNA(TRIM(TRACE_TECH(A2)),TRACE_TECH(A3))', ['TRACE_TECH', 'row-2.com']],
  ['=TRACE_TECH(A2)&""', ['TRACE_TECH', 'row-2.com']],
  ['="x"&-TRACE_TECH(A2)*(1+2)%', ['TRACE_TECH', 'row-2.com']],
  ['=TRACE_TECH(TRIM(LOWER("  A  B ")))', ['TRACE_TECH', 'a b']],
  ['=TRACE_TECH("https://"&A2)', ['TRACE_TECH', 'https://row-2.com']],
  ['=TRACE_TECH(domain)', ['TRACE_TECH', 'named.com']],
  ["=TRACE_TECH('My leads'!$A2)", ['TRACE_TECH', 'lead.com']],
  ['=IF(A2="","",TRACE_TECH(A2))', ['TRACE_TECH', 'row-2.com']],
  ['=IF(TRIM(A2)="",,TRACE_TECH(TRIM(A2)))', ['TRACE_TECH', 'row-2.com']],
  ['=IF(A2<>"",TRACE_TECH(A2),"")', ['TRACE_TECH', 'row-2.com']],
  ['=IF(ISBLANK(A2),"",IFERROR(TRACE_TECH(A2)))', ['TRACE_TECH', 'row-2.com']],
  ['=IF(NOT(ISBLANK(A2)),TRACE_TECH(A2),"")', ['TRACE_TECH', 'row-2.com']],
  ['=IF(LEN(A2),TRACE_TECH(A2),"")', ['TRACE_TECH', 'row-2.com']],
  ['=IF(LEN(A2)=0,"",TRACE_TECH(A2))', ['TRACE_TECH', 'row-2.com']],
  ['=IF(OR(A2="",A3=""),"",TRACE_PARTNERED(A2,A3))', ['TRACE_PARTNERED', 'row-2.com', 'row-3.com']],
  ['=SPLIT(TRACE_TECH(A2),",")', ['TRACE_TECH', 'row-2.com']],
  ['=ARRAYFORMULA(TRACE_TECH(A2))', ['TRACE_TECH', 'row-2.com']],
  ['=IF(TRACE_HAS_TECH(A2,"Stripe"),"yes","no")', ['TRACE_HAS_TECH', 'row-2.com', 'Stripe']],
])('%s makes its call', (formula, call) => {
  expect(certain(formula)).toEqual([call]);
});

it.each<[unknown, unknown]>([
  [25, 'top=25'],
  [46_143, undefined],
  [0.5, undefined],
  [true, undefined],
])('%j after a text is read as %j: only of a count the text is certain', (held, text) => {
  const [call] = findTraceCalls('=TRACE_TECH("a.com",,"top="&B1)');
  expect(valueOf(call!.args[2]!, () => held)).toBe(text);
});

it('a formula may make several calls', () => {
  expect(certain('=TRACE_TECH(A2)&TRACE_COMPANY(A3)')).toEqual([
    ['TRACE_TECH', 'row-2.com'],
    ['TRACE_COMPANY', 'row-3.com'],
  ]);
});

it.each([
  ['=IF(A3>5,TRACE_TECH(A2),"")'],
  ['=IF(TRUE,TRACE_TECH(A2),"")'],
  ['=IF(A3="","",TRACE_TECH(A2))'],
  ['=IF(A2="",TRACE_TECH(A2),"")'],
  ['=IF(A2<>"","",TRACE_TECH(A2))'],
  ['=IF(B2="","",TRACE_TECH(B2))'],
  ['=IF(OR(A2="",C2=1),"",TRACE_TECH(A2))'],
  ['=IF(LEN(A2)=3,"",TRACE_TECH(A2))'],
  ['=IF(A2="x","",TRACE_TECH(A2))'],
  ['=IF(A2="","",IF(A3=1,TRACE_TECH(A2),""))'],
  ['=IFS(A2="","",TRUE,TRACE_TECH(A2))'],
  ['=IFERROR(1/0,TRACE_TECH(A2))'],
  ['=SWITCH(A3,1,TRACE_TECH(A2))'],
  ['=CHOOSE(1,TRACE_TECH(A2),TRACE_TECH(A3))'],
  ['=MAP(A2:A9,LAMBDA(d,TRACE_TECH(d)))'],
  ['=LET(d,A2,TRACE_TECH(d))'],
  ['=OWN_FUNCTION(TRACE_TECH(A2))'],
  ['=TRACE_TECH(other_name)'],
  ['=TRACE_TECH(Elsewhere!A2)'],
  ['=TRACE_TECH(INDEX(A:A,2))'],
  ['=TRACE_TECH(A2+1)'],
  ['="=TRACE_TECH(A2)"'],
  ['=TRACE_TECH(A2'],
  ['=TRACE_TECH(Table1[domain])'],
  [`=${'('.repeat(500)}TRACE_TECH(A2)${')'.repeat(500)}`],
])('nothing may be fetched ahead for %s', (formula) => {
  expect(certain(formula)).toEqual([]);
});

it('finds a call behind a condition, which counts where the formula says that it was made', () => {
  const [call] = findTraceCalls('=IF(A3>5,TRACE_TECH(A2),"")');
  expect({ id: call?.id, isConditional: call?.isConditional }).toEqual({ id: 'TRACE_TECH', isConditional: true });
});

it('reads whole columns to the end of the sheet', () => {
  const [call] = findTraceCalls('=TRACE_TECH(A2:A,B:B)');
  expect(call?.args).toEqual([
    { is: 'range', row: 2, column: 1, rows: Infinity, columns: 1 },
    { is: 'range', row: 1, column: 2, rows: Infinity, columns: 1 },
  ]);
});

const A2 = { is: 'range', row: 2, column: 1, rows: 1, columns: 1 };

it.each([
  ['=TRACE_TECH(A2)', [A2]],
  ['=TRACE_TECH(A2:A9)', [{ ...A2, rows: 8 }]],
  ['=IFERROR(TRACE_TECH(A2),"-")', [A2]],
  ['=IF(A2="","",TRACE_TECH(A2))', [A2]],
  ['=IF(TRACE_TECH(A2)="none","",TRACE_TECH(A2))', [A2]],
  ['=UPPER(TRACE_TECH("stripe.com"))&"!"', [{ is: 'value', value: 'stripe.com' }]],
])('%s has one call', (formula, args) => {
  expect(readOnlyCall(formula)).toEqual({ id: 'TRACE_TECH', args });
});

it.each([
  ['several calls', '=TRACE_TECH(A2)&TRACE_TECH(A3)'],
  ['one row of several', '=INDEX(TRACE_TECH(A2:A9),3)'],
  ['another sheet', '=IFERROR(TRACE_TECH(Other!A2),"-")'],
  ['a calculated company', '=IFERROR(TRACE_TECH(TRIM(A2)),"-")'],
  ['no call', '=SUM(A2:A9)'],
  ['no formula', 'TRACE_TECH(A2)'],
])('no company is told from %s', (_what, formula) => {
  expect(readOnlyCall(formula)).toBeNull();
});
