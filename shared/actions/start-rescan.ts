import { refreshCompanies } from '../client/resources/companies';
import { readJobId } from '../client/resources/jobs';
import { answerAll, type Answered, readRetryAfterMs } from '../client/send';
import type { ActionPorts } from './ports';
import { toTraceError, TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import { inParts, type GivenDomains, type RefusedDomain } from './domains';
import { SHORTEST_WAIT_MS, toCheck, type RescanCheck } from './rescan-check';
import { failedPart, runningPart, type RescanPart } from './rescan-record';
import { ACTION_LASTS_MS, ACTION_RETRY, bodyOf } from './send-action';
import { runAsync } from '../task';

/** A rescan takes longer than a second. After the first check, the service says how long to wait. */
const FIRST_CHECK_AFTER_MS = 5_000;

export interface StartedRescan extends RescanCheck {
  readonly refused: readonly RefusedDomain[];
}

/**
 * Asks for rescans, 100 domains to a job, one request after another. A part that fails does not stop the others, unless
 * they would all fail in the same way, the host stops sending, or time runs out: then they fail too, and can be sent
 * again for free. Throws why the host stops sending before a job was asked for.
 */
export async function startRescan(ports: ActionPorts, { domains, refused }: GivenDomains): Promise<StartedRescan> {
  const startedAtMs = await ports.now();
  const deadlineMs = startedAtMs + ACTION_LASTS_MS;
  const parts: RescanPart[] = [];
  let stop: TraceError | null = null;
  for (const some of inParts(domains)) {
    if (stop === null && (await ports.now()) > deadlineMs) stop = new TraceError('timedOut', {});
    if (stop !== null) {
      parts.push(failedPart(some, stop));
      continue;
    }
    let answered: Answered | undefined;
    try {
      [answered] = await runAsync(answerAll([refreshCompanies(some)], ACTION_RETRY, deadlineMs), ports);
    } catch (thrown) {
      if (parts.length === 0) throw thrown;
      stop = toTraceError(thrown);
      parts.push(failedPart(some, stop));
      continue;
    }
    try {
      parts.push(startedPart(some, answered, await ports.now()));
    } catch (thrown) {
      const error = toTraceError(thrown);
      parts.push(failedPart(some, error));
      const { ends } = traitsOf(error);
      if (ends === 'all' || ends === 'route') stop = error;
    }
  }
  return { ...toCheck({ startedAtMs, parts }, await ports.now()), refused };
}

function startedPart(domains: readonly string[], answered: Answered | undefined, nowMs: number): RescanPart {
  const body = bodyOf(answered?.reply, refreshCompanies(domains), new TraceError('unreadable', {}));
  const jobId = readJobId(body);
  if (jobId === null) throw new TraceError('unreadable', {});
  const waitMs = readRetryAfterMs(answered?.retryAfter ?? null, nowMs) ?? FIRST_CHECK_AFTER_MS;
  return runningPart(jobId, domains, nowMs + Math.max(SHORTEST_WAIT_MS, waitMs));
}
