import { readInputs } from '../shared/cells/inputs';
import { toQuote } from '../shared/credits/quote';
import { PaidCompanies } from '../shared/credits/paid-companies';
import type { LookupOutcome } from '../shared/records/outcome';
import { medianMs } from './median';
import { against, asRatio, inMs, type Table } from './table';

const ROWS = 50_000;
const RUNS = 9;
const BUDGET_MS = 300;
const NOW_MS = 1_780_000_000_000;
const AGE = { maxAgeMs: 30 * 86_400_000, isAgeAsked: false };

/** The price of a long column, against putting the same texts into a set. No request is made by either. */
export function benchQuote(): Table {
  const column = Array.from({ length: ROWS }, (_row, index) => [`https://www.company-${index % 40_000}.example/about`]);
  const remembered = new Map<string, LookupOutcome>(
    Array.from({ length: 10_000 }, (_company, index) => [
      `company-${index}.example`,
      { is: 'found', record: { name: 'A', partnership_count: 5 }, asOfMs: NOW_MS },
    ]),
  );
  const paid = new PaidCompanies();
  paid.pay(
    Array.from({ length: 20_000 }, (_company, index) => `company-${10_000 + index}.example`),
    NOW_MS,
  );
  const known = {
    company: remembered,
    partners: new Map<string, LookupOutcome>(),
    isPaid: (identifier: string) => paid.isPaid(identifier, NOW_MS),
  };
  const bare = medianMs(RUNS, () => new Set(column.map(([text]) => text!.toLowerCase())));
  const quote = medianMs(RUNS, () => toQuote(readInputs(column), 'partners', known, AGE, NOW_MS));
  return {
    title: 'The price of 50,000 rows',
    note: `Median of ${RUNS} runs: reading addresses, with 10,000 companies remembered and 20,000 paid for.`,
    head: ['', 'time', 'ratio', 'budget'],
    rows: [
      ['texts into a set', inMs(bare), '', ''],
      ['the quote', inMs(quote), asRatio(quote / bare), against(quote, BUDGET_MS, ' ms')],
    ],
  };
}
