import { readDomain } from '../cells/identifier';
import { readArray, readId, readNumber, readObject, readText } from '../client/json';
import type { JobDomain } from '../client/resources/jobs';
import { fromFile, toKept, type KeptError } from '../errors/kept-error';
import { TraceError } from '../errors/trace-error';
import { BATCH_SIZE } from '../lookup/read-replies';
import { checkId } from './ids';
import { MAX_DOMAINS } from './domains';

/** A rescan in plain JSON, as a host can store it. It can be resumed with this record after a reload or crash. */
export interface RescanRecord {
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly parts: readonly RescanPart[];
}

/** The domains of one request, and the job that it started. */
export interface RescanPart {
  /** `unsent`: not sent yet. `failed`: no job was created, or it is gone. */
  readonly is: 'unsent' | 'running' | 'finished' | 'failed';
  /** Normalized. */
  readonly domains: readonly string[];
  /** `null` if there is none. */
  readonly jobId: string | null;
  /** The job's status as the service words it; `null` if it gives none. */
  readonly status: string | null;
  /** What the service says about each domain. */
  readonly answers: readonly JobDomain[];
  /** The last problem. */
  readonly problem: KeptError | null;
  /** Do not check the job before this time; milliseconds since 1970. */
  readonly checkAfterMs: number;
}

const STATES = ['unsent', 'running', 'finished', 'failed'] as const;
const EXPECTED = 'a saved rescan';

export function unsentPart(domains: readonly string[]): RescanPart {
  return { is: 'unsent', domains, jobId: null, status: null, answers: [], problem: null, checkAfterMs: 0 };
}

export function runningPart(jobId: string, domains: readonly string[], checkAfterMs: number): RescanPart {
  return { ...unsentPart(domains), is: 'running', jobId, checkAfterMs };
}

/** Reads a record from outside. Throws `actionMalformed` if it is not one. */
export function readRescanRecord(value: unknown): RescanRecord {
  const record = readObject(value);
  const parts = readArray(record?.['parts']);
  const startedAtMs = readNumber(record?.['startedAtMs']);
  if (parts === null || startedAtMs === null || parts.length > MAX_DOMAINS / BATCH_SIZE) throw malformed();
  return { startedAtMs, parts: parts.map(readPart) };
}

function readPart(value: unknown): RescanPart {
  const part = readObject(value);
  const is = STATES.find((state) => state === part?.['is']);
  const domains = readArray(part?.['domains']);
  const checkAfterMs = readNumber(part?.['checkAfterMs']);
  if (part === null || is === undefined || domains === null || checkAfterMs === null) throw malformed();
  const jobId = readId(part['jobId']);
  if (domains.length > BATCH_SIZE || (is === 'running' && jobId === null)) throw malformed();
  const answers = readArray(part['answers']) ?? [];
  return {
    is,
    domains: domains.map(readKeptDomain),
    jobId: jobId === null ? null : checkId(jobId, malformed()),
    status: readText(part['status']),
    answers: answers.map(readAnswer),
    problem: readProblem(part['problem']),
    checkAfterMs,
  };
}

function readKeptDomain(value: unknown): string {
  const domain = typeof value === 'string' ? readDomain(value) : null;
  if (domain === null) throw malformed();
  return domain;
}

/** Others may have written it. A problem that cannot be put into words counts as none. */
function readProblem(value: unknown): KeptError | null {
  const error = fromFile(value);
  return error === null ? null : toKept(error);
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
