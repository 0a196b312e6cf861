import { refreshCompanies } from '../client/resources/companies';
import { readJobId } from '../client/resources/jobs';
import { answerAll, type Answered, readRetryAfterMs } from '../client/send';
import type { ActionPorts } from './ports';
import { toTraceError, TraceError } from '../errors/trace-error';
import { toKept } from '../errors/kept-error';
import { traitsOf } from '../errors/traits';
import { inParts, type GivenDomains, type RefusedDomain } from './domains';
import { SHORTEST_WAIT_MS, toCheck, type RescanCheck } from './rescan-check';
import { runningPart, unsentPart, type RescanPart } from './rescan-record';
import { ACTION_LASTS_MS, ACTION_RETRY, bodyOf } from './send-action';
import { runAsync } from '../task';

/** A rescan takes longer than a second. After the first check, the service says how long to wait. */
const FIRST_CHECK_AFTER_MS = 5_000;

export interface StartedRescan extends RescanCheck {
  readonly refused: readonly RefusedDomain[];
}

/** Asks for rescans, 100 domains to a job. Domains for which time runs out stay unsent until the first check. */
export async function startRescan(ports: ActionPorts, { domains, refused }: GivenDomains): Promise<StartedRescan> {
  const startedAtMs = await ports.now();
  const parts = await sendUnsent(ports, inParts(domains).map(unsentPart), startedAtMs + ACTION_LASTS_MS);
  return { ...toCheck({ startedAtMs, parts }, await ports.now()), refused };
}

/**
 * Sends the unsent parts, one request after another. A part that fails does not stop the others, unless they would
 * all fail in the same way. A request whose answer was lost is not repeated. If the host stops sending, the rest
 * stays unsent; the reason is thrown only if nothing can have been sent, since otherwise the started jobs would be
 * lost.
 */
export async function sendUnsent(
  ports: ActionPorts,
  parts: readonly RescanPart[],
  deadlineMs: number,
): Promise<readonly RescanPart[]> {
  const sent: RescanPart[] = [];
  let stop: TraceError | null = null;
  let isStopped = false;
  for (const part of parts) {
    if (part.is !== 'unsent' || isStopped) sent.push(part);
    else if (stop !== null) sent.push({ ...part, is: 'failed', problem: toKept(stop) });
    else if ((await ports.now()) > deadlineMs) sent.push(part);
    else {
      const request = refreshCompanies(part.domains);
      let answered: Answered | undefined;
      try {
        [answered] = await runAsync(answerAll([request], ACTION_RETRY, deadlineMs), ports);
      } catch (thrown) {
        const error = toTraceError(thrown);
        const { charged, isFault } = traitsOf(error);
        const mayBeSent = charged === 'perhaps' || isFault === true;
        if (!mayBeSent && areSame(sent, parts)) throw thrown;
        sent.push(mayBeSent ? { ...part, is: 'failed', problem: toKept(error) } : part);
        isStopped = true;
        continue;
      }
      try {
        sent.push(startedPart(part, answered, await ports.now()));
      } catch (thrown) {
        const error = toTraceError(thrown);
        sent.push({ ...part, is: 'failed', problem: toKept(error) });
        const { ends } = traitsOf(error);
        if (ends === 'all' || ends === 'route') stop = error;
      }
    }
  }
  return sent;
}

/** Whether the first parts are unchanged. */
export function areSame(first: readonly RescanPart[], parts: readonly RescanPart[]): boolean {
  return first.every((part, at) => part === parts[at]);
}

function startedPart({ domains }: RescanPart, answered: Answered | undefined, nowMs: number): RescanPart {
  const body = bodyOf(answered?.reply, refreshCompanies(domains), new TraceError('unreadable', {}));
  const jobId = readJobId(body);
  if (jobId === null) throw new TraceError('unreadable', {});
  const waitMs = readRetryAfterMs(answered?.retryAfter ?? null, nowMs) ?? FIRST_CHECK_AFTER_MS;
  return runningPart(jobId, domains, nowMs + Math.max(SHORTEST_WAIT_MS, waitMs));
}
