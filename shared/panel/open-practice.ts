import type { Practice } from '../practice/practice';
import { toPracticeEntries } from '../practice/practice-entries';
import type { BulkHost } from './bulk-host';

/** A host that cannot keep them as long keeps them as long as it can. */
const KEEP_SECONDS = 366 * 86_400;

/** Saves the practice answers, and shows the practice sheet. Failures reject with a `TraceError`. */
export async function openPractice({ ports, insertSummary }: BulkHost, practice: Practice): Promise<void> {
  const { client } = ports;
  // A key that was just forgotten must not be kept in mind: the answers are nobody's.
  await client.account();
  const entries = toPracticeEntries(practice, await client.now());
  await client.cachePut({ entries, keepForSeconds: KEEP_SECONDS });
  const { title, rows, formulas, widths, counts } = practice.sheet;
  await insertSummary({ title, rows, formulas, chart: null, looks: { widths, counts } });
}
