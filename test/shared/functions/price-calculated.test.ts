import { PaidCompanies } from '../../../shared/credits/paid-companies';
import { freeze, thaw } from '../../../shared/frozen/freeze';
import type { FoundColumn } from '../../../shared/frozen/plan-thaw';
import type { ThawPorts } from '../../../shared/frozen/ports';
import type { SheetCells } from '../../../shared/frozen/sheet-cells';
import { toCalculated } from '../../../shared/functions/price-calculated';
import { priceWaiting } from '../../../shared/functions/price-waiting';
import { runSync } from '../../../shared/task';

const PAYER = { id: 'p', keyId: '', keyClass: 'user', readsLists: true } as const;

/** The price of bringing formulas back that were frozen in the second column, of which each fills so many rows. */
function price(formulas: readonly string[], rows = 1, inputs = ['a.com', 'b.com', '']): unknown {
  let texts: readonly string[] = [];
  const marks: FoundColumn[] = [];
  let isFrozen = false;
  let seed = 0;
  let thawing = toCalculated([], []);
  const sheet = (): SheetCells => ({
    id: '1',
    name: 'Leads',
    formulas: inputs.map((_input, row) => ['', isFrozen ? '' : (formulas[row] ?? '')]),
    values: inputs.map((input) => [input, 'US']),
  });
  const ports: ThawPorts = {
    cells: () => [sheet()],
    readFrozen: () => texts,
    keepFrozen: (asked) => void (texts = asked.texts),
    findColumns: () => marks,
    markColumns: (asked) => void marks.push(...asked.marks),
    takesOut: () => false,
    reach: ({ cells }) => cells.map(({ row, column }) => ({ row, column, rows, columns: 1 })),
    putValues: ({ cells }) => cells.map(() => true),
    putFormulas: () => [],
    isTimeUp: () => false,
    random: () => (seed += 1) / 1_000,
    mayThaw({ restore, sheets }) {
      thawing = toCalculated(restore, sheets);
      return false;
    },
  };
  const every = { isAsked: () => true, isProblem: () => false, isProtected: () => false };
  runSync(
    freeze((sheets) => [{ sheet: sheets[0]!, ...every }]),
    ports,
  );
  isFrozen = true;
  runSync(thaw(), ports);
  return priceWaiting(thawing, PAYER, new PaidCompanies(), 0);
}

test.each([
  ['each company once', ['=TRACE_COMPANY(A1,"country")', '=TRACE_TECH(A1)', '=TRACE_TECH(A2)'], 3, 2],
  ['a call of another function, though a condition may skip it', ['=IFERROR(TRACE_TECH(A1),"")'], 1, 1],
  ['nothing that was not frozen', ['US'], 0, 0],
])('what comes back costs %s', (_what, formulas, cells, credits) => {
  expect(price(formulas)).toEqual({ cells, credits, isLeast: false });
});

test.each([
  ['a range', '=TRACE_TECH(A1:A3)', 3],
  ['a range of a named sheet', '=TRACE_TECH(Leads!A1:A3)', 3],
  ['a range far beyond the last row', '=TRACE_TECH(A1:A1048576)', 3],
])('one formula costs what it asks for: %s', (_what, formula, credits) => {
  expect(price([formula], 2, ['a.com', 'b.com', 'c.com'])).toEqual({ cells: 1, credits, isLeast: false });
});

test('a formula that nobody can read asks for a company in each of its rows', () => {
  const formula = '=TRACE_TECH(Domains)';
  const thawing = toCalculated([{ sheet: '1', rows: 2, formula }], []);
  expect(priceWaiting(thawing, PAYER, new PaidCompanies(), 0)).toEqual({ cells: 1, credits: 2, isLeast: false });
});

test('where nobody knows how many partners there are, the price is the least', () => {
  expect(price(['=TRACE_PARTNERS(A1)'])).toEqual({ cells: 1, credits: 1, isLeast: true });
});
