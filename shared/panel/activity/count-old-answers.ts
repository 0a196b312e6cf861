import { DAY_MS } from '../../days';
import type { BulkHost } from '../bulk-host';
import { BulkEngine } from '../common/bulk-engine';
import { notesBookOf } from '../common/notes-book';
import { findFileCompanies } from './file-companies';
import { oldOf } from './old-answers';

const LOOK_EVERY_MS = 7 * DAY_MS;

/** How many answers of the file are older than 30 days; 0 if the user was told within a week, or cannot be told so. */
export async function countOldAnswers(host: BulkHost): Promise<number> {
  const nowMs = await host.ports.client.now();
  if (!isDue(await host.readLookedMs(), nowMs)) return 0;
  // First, so that no one is told twice if the rest fails.
  await host.writeLookedMs(nowMs);
  const { check } = await notesBookOf(host).read();
  const ended = await new BulkEngine(host).beside((ports) => findFileCompanies(ports, host, check?.atMs ?? 0));
  return ended.ok ? oldOf(ended.value.ages, nowMs).length : 0;
}

/** @param lookedMs `null`: the host cannot keep it. A time to come is that of a clock that was wrong. */
function isDue(lookedMs: number | null, nowMs: number): boolean {
  return lookedMs !== null && (nowMs - lookedMs >= LOOK_EVERY_MS || lookedMs > nowMs);
}
