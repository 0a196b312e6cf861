import { heldLimit, previewLimit, startLimit, toPreviewLabel } from '../../../../shared/panel/bulk/held-limit';
import type { PlannedRun } from '../../../../shared/panel/bulk/planned-run';

const planned = (most: number | null, suggestedLimit: number | null, previewMost = 100): PlannedRun => ({
  plan: { rows: [1, 2, 3, 4] } as unknown as PlannedRun['plan'],
  price: {
    ...{ most, previewMost, quote: {} as PlannedRun['price']['quote'], afterRow: null },
    partnersEstimate: suggestedLimit === null ? null : ({ suggestedLimit } as PlannedRun['price']['partnersEstimate']),
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
  expect(heldLimit({ cap, planned: of })).toBe(held);
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
  const shown = { cap, planned: of };
  expect({ label: toPreviewLabel(shown), limit: previewLimit(shown) }).toEqual({ label, limit: credits });
});
