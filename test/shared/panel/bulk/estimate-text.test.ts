import { toEstimateText, toLimitHint } from '../../../../shared/panel/bulk/estimate-text';
import type { RunPrice } from '../../../../shared/enrich/plan/price';

type Estimate = NonNullable<RunPrice['partnersEstimate']>;

const estimate = (of: Partial<Estimate>): Estimate => ({
  ...{ companies: 3_000, known: 40, averagePartners: 8, least: 0, credits: 24_180, isLearned: true, afterEach: [] },
  suggestedLimit: 27_000,
  ...of,
});

it.each<[Partial<Estimate>, number | null, number, string]>([
  [{}, null, 3_000, 'About 8 partners each: probably 24,000 credits for 3,000 rows'],
  [{ averagePartners: 1.2, credits: 87 }, null, 40, 'About 1 partner each: probably 87 credits for 40 rows'],
  [{ averagePartners: 0.2, credits: 1 }, null, 1, 'Less than 1 partner each: probably 1 credit for 1 row'],
  [{ least: 97, credits: 577 }, 6_800, 236, 'Between 97 and 6,800 credits for 236 rows, probably 580'],
  [{ credits: 577 }, 6_800, 236, 'Up to 6,800 credits for 236 rows, probably 580'],
  [
    { isLearned: false },
    6_800,
    236,
    'Up to 6,800 credits for 236 rows. A partner of several companies costs 1 credit once, so it may be less',
  ],
])('%p with at most %p credits for %d rows', (of, most, rows, text) => {
  expect(toEstimateText({ most, partnersEstimate: estimate(of) }, rows)).toBe(text);
});

/** 236 rows of 42 credits each. */
const AFTER_ROW = Array.from({ length: 236 }, (_row, at) => 42 * (at + 1));
const OPEN = { most: null, partnersEstimate: estimate({ suggestedLimit: 11_000 }), afterRow: AFTER_ROW };

it.each<[string, Pick<RunPrice, 'most' | 'partnersEstimate' | 'afterRow'>, string, boolean]>([
  ['This limit is a suggestion: the partner count is only known after paying', OPEN, '11,000', false],
  ['600 credits: about 14 of 236 rows', OPEN, '600', true],
  // While it is typed.
  ['600 credits: about 14 of 236 rows', OPEN, '600', false],
  ['11,000 credits: probably all 236 rows', OPEN, '11,000', true],
  ['This limit is a suggestion: the partner count is only known after paying', OPEN, 'twelve', false],
  ['41 credits: about 0 of 236 rows', OPEN, '41', true],
  [
    'Set a limit or preview first: the partner count is only known after paying',
    { most: null, partnersEstimate: null, afterRow: null },
    '',
    false,
  ],
  [
    'How many rows this pays for is only known after paying',
    { most: null, partnersEstimate: null, afterRow: null },
    '50',
    true,
  ],
  ['', { most: 3, partnersEstimate: null, afterRow: [1, 2, 3] }, '3', false],
  ['2 credits: 2 of 3 rows', { most: 3, partnersEstimate: null, afterRow: [1, 2, 3] }, '2', true],
])('%s', (hint, price, text, isOwn) => {
  expect(toLimitHint(price, text, isOwn)).toBe(hint);
});
