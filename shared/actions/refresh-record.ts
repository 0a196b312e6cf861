import { readDomain } from '../cells/identifier';
import { readArray, readId, readNumber, readObject, readText } from '../client/json';
import type { JobDomain } from '../client/resources/jobs';
import { TraceError } from '../errors/trace-error';
import { BATCH_SIZE } from '../lookup/batch-requests';
import { checkId } from './ids';
import { MAX_DOMAINS } from './domains';

/**
 * A refresh as a host can keep it, in plain JSON: with it, or with the id of one of its jobs, it is gone on with after
 * a reload or a crash.
 */
export interface RefreshRecord {
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly parts: readonly RefreshPart[];
}

/** The domains of one request and of the job that it started. */
export interface RefreshPart {
  /** `unsent`: still to be asked for. `failed`: there is no job, or none any more. */
  readonly is: 'unsent' | 'running' | 'finished' | 'failed';
  /** Normalised; none where only the id of the job was known. */
  readonly domains: readonly string[];
  /** `null` where there is none. */
  readonly jobId: string | null;
  /** The job's status in the service's word; `null` where it is not told. */
  readonly status: string | null;
  /** What is told of single domains. */
  readonly answers: readonly JobDomain[];
  /** What went wrong last, in a sentence. */
  readonly problem: string | null;
  /** The job is not looked at before; milliseconds since 1970. */
  readonly lookAfterMs: number;
}

const STATES = ['unsent', 'running', 'finished', 'failed'] as const;
const EXPECTED = 'the record of a refresh as it was answered';

export function unsentPart(domains: readonly string[]): RefreshPart {
  return { is: 'unsent', domains, jobId: null, status: null, answers: [], problem: null, lookAfterMs: 0 };
}

export function runningPart(jobId: string, domains: readonly string[], lookAfterMs: number): RefreshPart {
  return { ...unsentPart(domains), is: 'running', jobId, lookAfterMs };
}

/** A record that was kept outside; throws `actionMalformed` where it is none. */
export function readRefreshRecord(value: unknown): RefreshRecord {
  const record = readObject(value);
  const parts = readArray(record?.['parts']);
  const startedAtMs = readNumber(record?.['startedAtMs']);
  if (parts === null || startedAtMs === null || parts.length > MAX_DOMAINS / BATCH_SIZE) throw malformed();
  return { startedAtMs, parts: parts.map(readPart) };
}

function readPart(value: unknown): RefreshPart {
  const part = readObject(value);
  const is = STATES.find((state) => state === part?.['is']);
  const domains = readArray(part?.['domains']);
  const lookAfterMs = readNumber(part?.['lookAfterMs']);
  if (part === null || is === undefined || domains === null || lookAfterMs === null) throw malformed();
  const jobId = readId(part['jobId']);
  if (domains.length > BATCH_SIZE || (is === 'running' && jobId === null)) throw malformed();
  const answers = readArray(part['answers']) ?? [];
  return {
    is,
    domains: domains.map(readKeptDomain),
    jobId: jobId === null ? null : checkId(jobId, malformed()),
    status: readText(part['status']),
    answers: answers.map(readAnswer),
    problem: readText(part['problem']),
    lookAfterMs,
  };
}

function readKeptDomain(value: unknown): string {
  const domain = typeof value === 'string' ? readDomain(value) : null;
  if (domain === null) throw malformed();
  return domain;
}

function readAnswer(value: unknown): JobDomain {
  const answer = readObject(value);
  const domain = readText(answer?.['domain']);
  if (answer === null || domain === null) throw malformed();
  const rest = readObject(answer['rest']);
  return {
    domain,
    status: readText(answer['status']),
    detail: readText(answer['detail']),
    ...(rest === null ? {} : { rest }),
  };
}

function malformed(): TraceError {
  return new TraceError('actionMalformed', { expected: EXPECTED });
}
