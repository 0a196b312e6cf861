import type { RunPorts } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';
import type { GridValue } from '../sheet/cell-values';

export const STATUS_TITLE = 'Status';

/** The Status column's words for a row once it is answered. */
export const STATUS_WORDS = { found: 'found', noData: 'no data', notTracked: 'not tracked' } as const;
export const SKIPPED = 'skipped: ';
export const FAILED = 'failed: ';

const WORDS: ReadonlySet<string> = new Set(['', ...Object.values(STATUS_WORDS)]);

/**
 * Columns with the title Status that contain anything but an enrichment's words: many tables have a Status of their
 * own.
 */
export async function findOthersStatus(
  ports: RunPorts,
  sheet: string,
  titles: readonly GridValue[],
  { first, height }: { readonly first: number; readonly height: number },
): Promise<ReadonlySet<number>> {
  const places = titles.flatMap((title, column) => (isStatusTitle(String(title)) ? [column] : []));
  if (places.length === 0) return new Set();
  const { columns } = await readColumns(ports, sheet, first + 1, height - 1, places);
  return new Set(places.filter((_column, at) => !columns[at]!.values.every(isStatus)));
}

function isStatusTitle(title: string): boolean {
  return title.trim().toLowerCase() === STATUS_TITLE.toLowerCase();
}

function isStatus(value: GridValue): boolean {
  const text = String(value);
  return WORDS.has(text) || text.startsWith(SKIPPED) || text.startsWith(FAILED);
}
