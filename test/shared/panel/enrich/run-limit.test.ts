import {
  limitInField,
  previewLimit,
  startLimit,
  toPreviewLabel,
  toEstimateText,
  toLimitHint,
} from '../../../../shared/panel/enrich/run-limit';
import type { PlannedRun } from '../../../../shared/panel/enrich/choose/choose-state';
import type { RunPrice } from '../../../../shared/enrich/plan/price';

describe('held limit', () => {
  const planned = (most: number | null, suggestedLimit: number | null, previewMost = 100): PlannedRun => ({
    plan: { rows: [1, 2, 3, 4] } as unknown as PlannedRun['plan'],
    price: {
      ...{ most, previewMost, quote: {} as PlannedRun['price']['quote'], afterRow: null },
      partnersEstimate:
        suggestedLimit === null ? null : ({ suggestedLimit } as PlannedRun['price']['partnersEstimate']),
    },
  });

  test.each<[what: string, cap: number | 'none' | null, of: PlannedRun, held: number | null]>([
    ['the most that it costs', null, planned(12, null), 12],
    ['the suggestion where nobody knows the most', null, planned(null, 40), 40],
    ['nothing where nothing is known', null, planned(null, null), null],
    ["the user's own", 25, planned(null, 40), 25],
    ['nothing once the suggestion was cleared', 'none', planned(null, 40), null],
    ['the most again where it has become known', 'none', planned(12, null), 12],
  ])('the field of the limit shows %s', (_what, cap, of, held) => {
    expect(limitInField({ cap, planned: of })).toBe(held);
  });

  test.each<[what: string, cap: number | null, shown: PlannedRun, again: PlannedRun, limit: number | null]>([
    ['under the suggestion that was shown, not a later one', null, planned(null, 40), planned(null, 90), 40],
    ['under the price where that has become known and is lower', null, planned(null, 40), planned(30, null), 30],
    ['under no more than was shown', null, planned(null, 40), planned(300, null), 40],
    ["under the user's own limit", 25, planned(null, 40), planned(30, null), 25],
    ['under the most that it costs', null, planned(12, null), planned(9, null), 9],
  ])('an enrichment starts %s', (_what, cap, shown, again, limit) => {
    expect(startLimit({ cap, planned: shown }, again)).toBe(limit);
  });

  test.each<[label: string, credits: number, cap: number | 'none' | null, of: PlannedRun]>([
    ['Preview 3 rows (up to 3 credits)', 3, null, planned(4, null, 3)],
    ['Preview 3 rows (up to 100 credits)', 100, null, planned(null, null)],
    ['Preview 3 rows (up to 100 credits)', 100, 'none', planned(null, 40)],
    ['Preview 3 rows (up to 40 credits)', 40, null, planned(null, 40)],
    ['Preview 3 rows (up to 1 credit)', 1, 1, planned(null, 40)],
    ['Preview 3 rows (free)', 0, null, planned(0, null, 0)],
  ])('says %s', (label, credits, cap, of) => {
    expect({ label: toPreviewLabel(cap, of), limit: previewLimit({ cap, planned: of }, of) }).toEqual({
      label,
      limit: credits,
    });
  });

  test('a preview of all rows is none', () => {
    const { plan, price } = planned(3, null);
    expect(toPreviewLabel(null, { price, plan: { ...plan, rows: plan.rows.slice(0, 3) } })).toBeNull();
  });
});

describe('estimate text', () => {
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
});
