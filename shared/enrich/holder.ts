import { random, now } from '../client/ports';
import type { RunPorts, RecordRow } from './sheet/ports';
import type { EnrichmentRecord } from './record/enrichment-record';
import { headToText, type EnrichState } from './record/head';
import { TraceError } from '../errors/trace-error';

/** A new name for an enrichment or a holder: lower-case letters and digits, at most 11. */
export async function newToken({ perform }: Pick<RunPorts, 'perform'>): Promise<string> {
  return Math.floor((await perform(random())) * 2 ** 52).toString(36);
}

/** The head as of now and the rows to add to a record. */
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

/**
 * Makes this page the only one that may write: any other page finds another holder from now on. Throws `runElsewhere`
 * if another page was quicker.
 */
export async function takeOver(ports: RunPorts, record: EnrichmentRecord, state: EnrichState): Promise<void> {
  const { holder } = record.head;
  const head = { ...record.head, holder: await newToken(ports), state, ended: null };
  if (!(await ports.record.append(holder, headToText(head), []))) throw new TraceError('runElsewhere', {});
  record.head = head;
}
