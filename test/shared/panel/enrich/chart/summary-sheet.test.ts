import { toSummarySheet } from '../../../../../shared/panel/enrich/chart/summary-sheet';
import type { Enrichment } from '../../../../../shared/enrich/enrichment';

const RUN = {
  head: { sheet: { id: 's', name: 'Leads' }, quoted: 3 },
  summary: {
    ...{ rows: 3, found: 2, notTracked: 1, noData: 0, filled: [], unsure: [], open: 0, unusable: 0 },
    failed: [],
  },
  spent: { limit: 3, used: 2, unsure: 0 },
} as unknown as Enrichment;

test('a summary has the bars first, which the chart shows, and the figures below', () => {
  expect(toSummarySheet(RUN, 'technologies', [{ name: '=React', rows: 2 }])).toEqual({
    title: 'Trace Leads',
    rows: [
      ['technologies', 'Rows'],
      ['=React', 2],
      ['', ''],
      ['Leads: rows', 3],
      ['Found', 2],
      ['Not tracked by Trace', 1],
      ['Credits used', '2 (limit 3)'],
    ],
    charts: [{ title: 'Most common: technologies', row: 0, rows: 2, at: { row: 1, column: 3, rows: 16 } }],
    looks: { widths: [30, 12, 3, 60], formats: [] },
  });
});

test('without lists there is no chart', () => {
  expect(toSummarySheet(RUN, '', []).charts).toEqual([]);
});
