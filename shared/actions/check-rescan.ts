import { readDomain } from '../cells/identifier';
import { readJob, showJob } from '../client/resources/jobs';
import { answerAll, type Answered, readRetryAfterMs } from '../client/send';
import type { ActionPorts } from './ports';
import { toKept } from '../errors/kept-error';
import { toTraceError, TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import { SHORTEST_WAIT_MS, toCheck, type RescanCheck } from './rescan-check';
import type { RescanPart, RescanRecord } from './rescan-record';
import { ACTION_LASTS_MS, bodyOf } from './send-action';
import { areSame, sendUnsent } from './start-rescan';
import { runAsync } from '../task';

const CHECKS_AT_ONCE = 10;
/** A status check that fails is repeated by the next one, not within this one. */
const NO_RETRY = { maxRetries: 0, waitBudgetMs: 0 };
/** The only wait in the documentation. Used if the answer has no wait, or if a check failed. */
const USUAL_WAIT_MS = 60_000;

/**
 * Sends the unsent parts and checks each job that is due, once. The caller waits between checks, since Apps Script
 * cannot. A record that is checked too early is returned unchanged.
 */
export async function checkRescan(ports: ActionPorts, record: RescanRecord): Promise<RescanCheck> {
  const deadlineMs = (await ports.now()) + ACTION_LASTS_MS;
  const parts = [...(await sendUnsent(ports, record.parts, deadlineMs))];
  const startMs = await ports.now();
  const due = parts.flatMap((part, index) => (isDue(part, startMs) ? [index] : []));
  for (let first = 0; first < due.length; first += CHECKS_AT_ONCE) {
    if ((await ports.now()) > deadlineMs) break;
    const wave = due.slice(first, first + CHECKS_AT_ONCE);
    const jobs = wave.map((index) => showJob(parts[index]?.jobId ?? ''));
    let answers: readonly Answered[];
    try {
      answers = await runAsync(answerAll(jobs, NO_RETRY, deadlineMs), ports);
    } catch (thrown) {
      // Otherwise the part just sent would be sent again.
      if (areSame(parts, record.parts)) throw thrown;
      break;
    }
    const nowMs = await ports.now();
    let isStopped = false;
    for (const [position, index] of wave.entries()) {
      const answered = answers[position];
      parts[index] = withAnswer(parts[index]!, answered, nowMs);
      if (answered?.reply.is === 'failed' && traitsOf(answered.reply.error).ends === 'all') isStopped = true;
    }
    if (isStopped) return toCheck({ ...record, parts: postponed(parts, nowMs) }, nowMs);
  }
  return toCheck({ ...record, parts }, await ports.now());
}

function isDue({ is, checkAfterMs }: RescanPart, nowMs: number): boolean {
  return is === 'running' && checkAfterMs <= nowMs;
}

/** A job without `Retry-After` is finished, whatever its status says: https://docs.tracedata.ai/api/overview/. */
function withAnswer(part: RescanPart, answered: Answered | undefined, nowMs: number): RescanPart {
  const jobId = part.jobId ?? '';
  const retryAfter = answered?.retryAfter ?? null;
  const waitMs = Math.max(SHORTEST_WAIT_MS, readRetryAfterMs(retryAfter, nowMs) ?? USUAL_WAIT_MS);
  try {
    const job = readJob(bodyOf(answered?.reply, showJob(jobId), new TraceError('jobUnknown', { jobId })));
    const answers = job?.domains?.map((answer) => ({ ...answer, domain: readDomain(answer.domain) ?? answer.domain }));
    return {
      ...part,
      is: retryAfter === null ? 'finished' : 'running',
      status: job?.status ?? null,
      answers: answers ?? [],
      problem: null,
      checkAfterMs: nowMs + waitMs,
    };
  } catch (thrown) {
    const error = toTraceError(thrown);
    const { ends } = traitsOf(error);
    // The job is gone. Any other failure may be over by the next check.
    const is = ends === 'job' || ends === 'route' ? 'failed' : 'running';
    return { ...part, is, problem: toKept(error), checkAfterMs: nowMs + waitMs };
  }
}

/** Every further check would fail in the same way. */
function postponed(parts: readonly RescanPart[], nowMs: number): readonly RescanPart[] {
  const lastMs = Math.max(...parts.map(({ is, checkAfterMs }) => (is === 'running' ? checkAfterMs : 0)));
  return parts.map((part) => (isDue(part, nowMs) ? { ...part, checkAfterMs: lastMs } : part));
}
