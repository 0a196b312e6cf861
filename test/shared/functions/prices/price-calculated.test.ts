import { PaidCompanies } from '../../../../shared/credits/paid-companies';
import { toCalculated } from '../../../../shared/functions/prices/price-calculated';
import { priceCalculated, type WaitingFormulas } from '../../../../shared/functions/prices/waiting-formulas';

const PAYER = { id: 'p', keyId: '', keyClass: 'user', readsLists: true } as const;

/** The price of bringing formulas of the second column back, of which each fills so many rows. */
function price(formulas: readonly string[], rows = 1, inputs = ['a.com', 'b.com', '']): unknown {
  const values = inputs.map((input) => [input, 'US']);
  const sheet = { id: '1', name: 'Leads', formulas: inputs.map(() => ['', '']), values };
  return priceOf(
    toCalculated(
      formulas.map((formula) => ({ sheet: '1', rows, formula })),
      [sheet],
    ),
  );
}

const priceOf = (restoring: WaitingFormulas): unknown => priceCalculated(restoring, PAYER, new PaidCompanies(), 0);
const LEADS = {
  id: '1',
  name: 'Leads',
  formulas: [],
  values: [['a.com', 'US'], ['b.com'], [''], ['#TRACE: Trace could not be reached.']],
};

test.each([
  ['each company once', ['=TRACE_COMPANY(A1,"country")', '=TRACE_TECH(A1)', '=TRACE_TECH(A2)'], 3, 2],
  ['a call of another function, though a condition may skip it', ['=IFERROR(TRACE_TECH(A1),"")'], 1, 1],
  ['nothing where nothing comes back', [], 0, 0],
])('restored formulas cost %s', (_what, formulas, cells, credits) => {
  expect(price(formulas)).toEqual({ cells, credits, isLeast: false });
});

test.each([
  ['a range', '=TRACE_TECH(A1:A3)', 3],
  ['a range of a named sheet', '=TRACE_TECH(Leads!A1:A3)', 3],
  ['a range far beyond the last row', '=TRACE_TECH(A1:A1048576)', 3],
])('one formula costs what it asks for: %s', (_what, formula, credits) => {
  expect(price([formula], 2, ['a.com', 'b.com', 'c.com'])).toEqual({ cells: 1, credits, isLeast: false });
});

test.each([
  ['a name, with a company in each of its rows at least', '=TRACE_TECH(Domains)', 2],
  ['a part of a column', '=TRACE_PARTNERS(FILTER(A1:A3,B1:B3="x"),"name","top=3")', 2],
  ['a call that a condition may skip, beside one that can be read', '=TRACE_TECH(A1)&IF(B1="x",TRACE_TECH(D),"")', 3],
  ['a cell that shows a problem, which may go away', '=TRACE_PARTNERS(A2:A4)', 3],
  ['a name that the formula gives itself', '=LET(a,A1:A3,TRACE_TECH(a))', 2],
])('the most that a formula costs is unknown if its inputs cannot be read: %s', (_what, formula, credits) => {
  expect(priceOf(toCalculated([{ sheet: '1', rows: 2, formula }], [LEADS]))).toEqual({
    ...{ cells: 1, credits, isLeast: true, isUnread: true },
  });
});

test('a formula can be read on one sheet and not on another', () => {
  const formula = '=TRACE_TECH(A1)';
  const both = ['1', '2'].map((sheet) => ({ sheet, rows: 1, formula }));
  expect(priceOf(toCalculated(both, [LEADS]))).toMatchObject({ credits: 2, isUnread: true });
});

test('a name is read where the formula does not give it itself', () => {
  const formulas = ['=TRACE_TECH(Domains)', '=LET(Domains,B1,TRACE_COMPANY(Domains))'].map((formula) => ({
    ...{ sheet: '1', rows: 1, formula },
  }));
  const read = (each: (typeof formulas)[number]): unknown =>
    priceOf(toCalculated([each], [LEADS], () => [['a.com'], ['b.com']]));
  expect(formulas.map(read)).toEqual([
    { cells: 1, credits: 2, isLeast: false },
    { cells: 1, credits: 1, isLeast: true, isUnread: true },
  ]);
});

test.each([
  ['all partners that a condition may skip', '=TRACE_COMPANY(A1)&IF(B1="x",TRACE_PARTNERS(A1),"")', 2, true],
  ['another company that a problem brings in', '=IFERROR(TRACE_COMPANY(A1),TRACE_TECH(A2))', 2, false],
  ['nothing where the cell is blank that it tests', '=IF(A3="","",TRACE_TECH(A3))', 0, false],
  ['what only looks blank', '=IF(ISBLANK(A3),"",TRACE_TECH(A1))', 1, false],
])('every call counts that a formula may make: %s', (_what, formula, credits, isLeast) => {
  expect(priceOf(toCalculated([{ sheet: '1', rows: 1, formula }], [LEADS]))).toEqual({ cells: 1, credits, isLeast });
});

test('if the number of partners is unknown, the price is the minimum', () => {
  expect(price(['=TRACE_PARTNERS(A1)'])).toEqual({ cells: 1, credits: 1, isLeast: true });
});

test('of a range that is wider than its sheet only the columns of the sheet are read, and a second one', () => {
  const read = (range: string): unknown =>
    toCalculated([{ sheet: '1', rows: 1, formula: `=TRACE_TECH(${range})` }], [LEADS]).known[0]?.args[0];
  expect([read('A1:XFD2'), read('B1:XFD2'), read('C1:XFD1')]).toEqual([
    [
      ['a.com', 'US'],
      ['b.com', ''],
    ],
    [
      ['US', ''],
      ['', ''],
    ],
    [['', '']],
  ]);
});

describe('a company card shows the name of its company, and as an input it is its domain', () => {
  const sheetOf = (first: string) => ({
    ...{ id: '1', name: 'Leads' },
    formulas: [[first, '=TRACE_TECH(A1)']],
    values: [['Stripe, Inc.', 'React']],
  });
  const priceIn = (first: string): unknown =>
    priceOf(toCalculated([{ sheet: '1', rows: 1, formula: '=TRACE_TECH(A1)' }], [sheetOf(first)]));

  test.each([
    '=TRACE_COMPANY("stripe.com",,"layout=card")',
    '=TRACE_COMPANY("stripe.com",, "LAYOUT = card ; top=3")',
    `=TRACE_COMPANY("stripe.com",,"layout='card'")`,
  ])('so the price of a formula over %s is unknown', (card) =>
    expect(priceIn(card)).toEqual({ cells: 1, credits: 1, isLeast: true, isUnread: true }),
  );

  test('also where the card comes back with it', () => {
    const back = ['=TRACE_COMPANY("stripe.com",,"layout=card")', '=TRACE_TECH(A1)'];
    const formulas = back.map((formula) => ({ sheet: '1', rows: 1, formula }));
    expect(priceOf(toCalculated(formulas, [sheetOf('')]))).toMatchObject({ isUnread: true });
  });

  test('where no formula makes cards, a name costs nothing', () => {
    expect(priceIn('=TRACE_COMPANY("stripe.com")')).toEqual({ cells: 1, credits: 0, isLeast: false });
  });
});
