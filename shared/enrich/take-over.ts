import { TraceError } from '../errors/trace-error';
import type { RunPorts } from './sheet/ports';
import type { EnrichState } from './record/head';
import { headToText } from './record/head';
import type { EnrichmentRecord } from './record/enrichment-record';
import { newToken } from './token';

/**
 * Makes this page the one that may write: any other finds another holder from now on. Throws `runElsewhere` where one was
 * quicker.
 */
export async function takeOver(ports: RunPorts, record: EnrichmentRecord, state: EnrichState): Promise<void> {
  const { holder } = record.head;
  const head = { ...record.head, holder: await newToken(ports), state, ended: null };
  if (!(await ports.record.append(holder, headToText(head), []))) throw new TraceError('runElsewhere', {});
  record.head = head;
}
