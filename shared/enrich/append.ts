import { now } from '../client/ports';
import type { RecordRow, RunPorts } from './sheet/ports';
import type { EnrichmentRecord } from './record/enrichment-record';
import { headToText } from './record/head';

/** What is added to a record, with its head as of now. */
export async function toSave(
  { perform }: Pick<RunPorts, 'perform'>,
  record: EnrichmentRecord,
  rows: readonly RecordRow[],
): Promise<{ readonly head: string; readonly rows: readonly RecordRow[] }> {
  record.head = { ...record.head, savedMs: await perform(now()) };
  return { head: headToText(record.head), rows };
}

/** Saves the head with further rows. @returns `false`: another page holds the record, or it is gone */
export async function append(ports: RunPorts, record: EnrichmentRecord, rows: readonly RecordRow[]): Promise<boolean> {
  const { head } = await toSave(ports, record, rows);
  return ports.record.append(record.head.holder, head, rows);
}
