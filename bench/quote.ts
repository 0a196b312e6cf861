import { PaidCompanies, runSync } from '../shared/formulas';
import { callFunction } from '../shared/runs';
import type { FormulaPorts } from '../shared/ports';
import { medianMs } from './median';
import { against, asRatio, inMs, type Table } from './table';

const ROWS = 50_000;
const RUNS = 9;
const BUDGET = 15;
const NOW_MS = 1_780_000_000_000;

type Outcomes = ReturnType<FormulaPorts['peek']>;

/** The price of a long column, compared with putting the same texts into a set. Neither makes a request. */
export function benchQuote(): Table {
  const column = Array.from({ length: ROWS }, (_row, index) => [`https://www.company-${index % 40_000}.example/about`]);
  const remembered: Outcomes = new Map(
    Array.from(
      { length: 10_000 },
      (_company, index) =>
        [
          `company-${index}.example`,
          { is: 'found', record: { name: 'A', partnership_count: 5 }, asOfMs: NOW_MS },
        ] as const,
    ),
  );
  const paid = new PaidCompanies();
  paid.pay(
    Array.from({ length: 20_000 }, (_company, index) => `company-${10_000 + index}.example`),
    NOW_MS,
  );
  const ports: Pick<FormulaPorts, 'now' | 'peek' | 'paid'> = {
    now: () => NOW_MS,
    peek: ({ kind }) => (kind === 'company' ? remembered : new Map()),
    paid: ({ identifiers }) => new Set(identifiers.filter((identifier) => paid.isPaid(identifier, NOW_MS))),
  };
  const bare = medianMs(RUNS, () => new Set(column.map(([text]) => text!.toLowerCase())));
  const quote = medianMs(RUNS, () => priceOf(column, ports));
  return {
    title: 'The price of 50,000 rows',
    note: `Median of ${RUNS} runs: reading addresses, with 10,000 companies saved and 20,000 paid for.`,
    head: ['', 'time', 'ratio', 'budget'],
    rows: [
      ['texts into a set', inMs(bare), '', ''],
      ['TRACE_COST', inMs(quote), asRatio(quote / bare), against(quote / bare, BUDGET, ' ×')],
    ],
  };
}

function priceOf(column: readonly (readonly string[])[], ports: Pick<FormulaPorts, 'now' | 'peek' | 'paid'>): void {
  // The other ports pay or send, so a quote that used one of them would fail.
  const [first] = runSync(callFunction('TRACE_COST', [column, 'partners']), ports as FormulaPorts);
  if (first === undefined || typeof first[1] !== 'number') throw new Error('there is no price');
}
