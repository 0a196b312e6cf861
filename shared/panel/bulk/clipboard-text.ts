import type { GridCell } from '../../bulk/sheet/cell-values';
import { escapeFormulas } from '../../cells/formula-escape';
import { toCellText } from './bulk-text';

/** Rows as spreadsheets paste them: tabs between cells, a line each, and nothing that becomes a formula or more cells. */
export function toClipboardText(rows: readonly (readonly (GridCell | null)[])[]): string {
  return rows.map((row) => row.map(toPasted).join('\t')).join('\n');
}

function toPasted(cell: GridCell | null): string {
  const text = toCellText(cell);
  const isText = cell?.kind === 'text' || (cell?.kind === 'before' && typeof cell.value === 'string');
  if (!isText) return text;
  const safe = escapeFormulas(text).replace(/[\t\r\n]+/g, ' ');
  // An opening quote would take the cells behind it into its own.
  return safe.startsWith('"') ? `"${safe.replace(/"/g, '""')}"` : safe;
}
