import { TraceError } from '../../../../shared/errors/trace-error';
import type { Enrichment } from '../../../../shared/enrich/enrichment';
import type { Summary } from '../../../../shared/enrich/summary';
import {
  byReason,
  toMostText,
  toPaceText,
  toPayerText,
  toResultText,
  toShareText,
  toShortPrice,
  toUsedText,
} from '../../../../shared/panel/enrich/run-text';
import { Bench } from '../../../fakes/bulk-bench';
import { json } from '../../../fakes/memory-host';
import { cellName } from '../../../../shared/panel/common/words';

test('cells are named as spreadsheets name them', () => {
  expect(cellName(16, 1)).toBe('B17');
});

const QUOTE = {
  ...{
    rows: 3,
    blank: 0,
    unusable: new Map(),
    duplicates: 0,
    fresh: 0,
    paid: 0,
    toPay: 3,
    leastCredits: 3,
    countedPartners: 0,
    unknown: 0,
  },
};

test.each([
  [0, 'Free: you already have these answers'],
  [1, 'Up to 1 credit'],
  [1_200, 'Up to 1,200 credits'],
  [null, 'Up to 3 credits, plus 1 for each partner of unknown number'],
])('a price of %p is said as %p', (most, text) => {
  expect(toMostText({ quote: QUOTE, most })).toBe(text);
});

test.each<[most: number | null, limit: number | null, text: string]>([
  [0, null, 'Free'],
  [5, 5, 'Up to 5 credits'],
  [5, 2, 'Up to 2 credits'],
  [5, 40, 'Up to 5 credits'],
  [null, 27_000, 'Up to 27,000 credits'],
  [null, null, 'Set a limit first'],
])('beside the button, a price of %p under a limit of %p is said as %p', (most, limit, text) => {
  expect(toShortPrice({ most }, limit)).toBe(text);
});

test.each([
  [0, ''],
  [120, '120 rows a minute, about 5 minutes left'],
  [6_000, '6,000 rows a minute, less than a minute left'],
])('a pace of %p rows a minute is said as %p', (rowsPerMinute, text) => {
  expect(toPaceText({ rows: 1_000, done: 400, rowsPerMinute })).toBe(text);
});

test('credits are told as soon as answers have come, beside the limit', () => {
  const progress = { rows: 10, done: 4, credits: 4, elapsedMs: 1_000, rowsPerMinute: 240 };
  expect([
    toUsedText({ progress: null, answered: null, limit: 50 }),
    toUsedText({ progress: null, answered: { answers: 12, credits: 12 }, limit: 1_500 }),
    toUsedText({ progress, answered: null, limit: null }),
  ]).toEqual([null, '12 of up to 1,500', '4']);
});

test('cells that are not written are told by their reason', () => {
  const cell = (row: number, reason: 'formula' | 'blank') => ({ row, column: null, reason });
  expect(byReason([cell(1, 'formula'), cell(2, 'blank'), cell(3, 'formula')])).toEqual([
    ['formula', [cell(1, 'formula'), cell(3, 'formula')]],
    ['blank', [cell(2, 'blank')]],
  ]);
});

const summary: Summary = {
  ...{ rows: 1_010, found: 1_000, notTracked: 0, noData: 0, filled: [], unsure: [7], open: 0, unusable: 2 },
  failed: [
    { why: new TraceError('leftOut', {}), rows: [1, 2] },
    { why: new TraceError('cellsProtected', {}), rows: [3] },
  ],
};
const enrichment = {
  head: { quoted: 1_010, state: 'open' },
  summary,
  spent: { limit: 1_010, used: 1_001, unsure: 0 },
} as unknown as Enrichment;

test('the outcome of an enrichment is one sentence, and its cost another', () => {
  expect(toResultText(enrichment, null)).toBe(
    'Found 1,000 of 1,010 rows, 1 left alone, 2 skipped without a usable domain, 3 failed. ' +
      'Credits used: 1,001 (limit 1,010).',
  );
  const unreachable = new TraceError('unreachable', {});
  const doubted = {
    ...enrichment,
    summary: { ...summary, unsure: [], unusable: 0, failed: [] },
    spent: { limit: 1_010, used: 1_001, unsure: 100 },
  };
  expect(toResultText(doubted, unreachable)).toBe(
    'Found 1,000 of 1,010 rows. Credits used: 901 (limit 1,010), 100 unconfirmed (connection was lost).',
  );
});

test('credits that a failed service may have charged are not said to be lost on the way', async () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example']], () => json(500, {}));
  const { enrichment: ended, why } = await bench.start();
  expect(toResultText(ended, why)).toBe(
    'Found 0 of 2 rows, 2 failed. Credits used: 0 (limit 2), 2 unconfirmed (Trace had a problem).',
  );
});

test.each([
  [31, 60, '52%'],
  [1, 400, '<1%'],
  [60, 60, '100%'],
  [0, 0, '0%'],
])('%p of %p rows are %p', (rows, of, share) => {
  expect(toShareText(rows, of)).toBe(share);
});

test.each([
  ['done', 100, ''],
  ['open', null, 'The key in this panel pays for the remaining rows.'],
  ['open', 90, 'The key in this panel pays for the remaining rows.'],
  ['open', 1_100, 'The key in this panel pays for the remaining rows, up to 1,010 credits more.'],
])('of an enrichment that is %s with a limit of %p it is said who pays for the rest', (state, limit, text) => {
  const left = { head: { state }, spent: { limit, used: 100, unsure: 10 } } as unknown as Enrichment;
  expect(toPayerText(left)).toBe(text);
});
