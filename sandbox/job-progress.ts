import { findByDomain } from './data/companies';

/** A requested rescan. Its progress follows from the time alone. */
export interface Job {
  readonly jobId: string;
  readonly domains: readonly string[];
  readonly startedAtMs: number;
}

/** The words for the states of jobs and domains are assumed: no page of the documentation shows them. */
type JobStatus = 'queued' | 'running' | 'completed' | 'failed';

interface JobObject {
  readonly job_id: string;
  readonly status: JobStatus;
  readonly domains: readonly DomainProgress[];
}

interface DomainProgress {
  readonly domain: string;
  readonly status: JobStatus;
  readonly detail: string | null;
}

/** Short enough for a person who tries it out; at Trace it takes minutes. */
const QUEUED_MS = 2_000;
const MOST_MS_PER_DOMAIN = 3_000;
/** A job ends after 15 seconds, however many domains it has. */
const MOST_RUNNING_MS = 13_000;

/** The state of a job at a time: first it waits, then its domains are scanned one after another. */
export function jobAt({ jobId, domains, startedAtMs }: Job, nowMs: number): JobObject {
  const runningForMs = nowMs - startedAtMs - QUEUED_MS;
  const done = runningForMs < 0 ? -1 : Math.floor(runningForMs / msPerDomainOf(domains));
  const progress = domains.map((domain, place) => domainAt(domain, place, done));
  return { job_id: jobId, status: statusOf(progress, done), domains: progress };
}

/** When each domain of a job is done, in milliseconds since 1970. */
export function doneAtMs({ domains, startedAtMs }: Job): readonly number[] {
  return domains.map((_domain, place) => startedAtMs + QUEUED_MS + (place + 1) * msPerDomainOf(domains));
}

function msPerDomainOf({ length }: readonly string[]): number {
  return Math.min(MOST_MS_PER_DOMAIN, MOST_RUNNING_MS / length);
}

export function isOver({ status }: JobObject): boolean {
  return status === 'completed' || status === 'failed';
}

function domainAt(domain: string, place: number, done: number): DomainProgress {
  if (place > done) return { domain, status: 'queued', detail: null };
  if (place === done) return { domain, status: 'running', detail: null };
  return findByDomain(domain) === null
    ? { domain, status: 'failed', detail: 'Trace tracks no company under this domain.' }
    : { domain, status: 'completed', detail: null };
}

function statusOf(progress: readonly DomainProgress[], done: number): JobStatus {
  if (done < 0) return 'queued';
  if (done < progress.length) return 'running';
  const isFailed = progress.length > 0 && progress.every(({ status }) => status === 'failed');
  return isFailed ? 'failed' : 'completed';
}
