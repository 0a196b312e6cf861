import type { Bar } from '../../../enrich/chart/top-values';
import type { Enrichment } from '../../../enrich/enrichment';
import { textStart } from '../../../text-start';
import type { SummarySheet } from '../../bulk-host';
import { toSummaryFigures } from '../run-text';
import { summaryOf } from '../run-stage';

/** A sheet with the results of a run: the most common values, which a chart shows, and the figures below. */
export function toSummarySheet(enrichment: Enrichment, title: string, bars: readonly Bar[]): SummarySheet {
  const { head } = enrichment;
  const counted = bars.map(({ name, rows }) => [name, rows] as const);
  const figures = toSummaryFigures(enrichment, null).map(([name, figure]) => [name, toNumber(figure)] as const);
  const table = bars.length === 0 ? [] : [[title, 'Rows'] as const, ...counted, ['', ''] as const];
  return {
    title: textStart(`Trace ${head.sheet.name}`, 31),
    rows: [...table, [`${head.sheet.name}: rows`, summaryOf(enrichment).rows], ...figures],
    charts:
      bars.length === 0
        ? []
        : [
            {
              ...{ title: `Most common: ${title}`, row: 0, rows: bars.length + 1 },
              at: { row: 1, column: 3, rows: Math.max(16, bars.length) },
            },
          ],
    looks: { widths: [30, 12, 3, 60], formats: [] },
  };
}

/** Counts, as the panel's language separates their thousands. */
function toNumber(figure: string): string | number {
  return /^[\d.,’\s]+$/.test(figure) ? Number(figure.replace(/\D/g, '')) : figure;
}
