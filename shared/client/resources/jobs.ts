import type { HttpRequest } from '../exchange';
import { firstOf, layersOf, readArray, readId, readObject, type JsonObject } from '../json';
import { hasField, readerWithRestOf, type RecordOf, type Rest, type With } from '../read-record';
import { type Operation, toRequest } from '../request';
import { also, assumed, id, listOf, object, orNull, text } from '../schema';

const JOB_IDS = ['jobId', 'id'];
const DOMAIN_LISTS = ['results', 'items'];

export const jobDomain = object({
  domain: text,
  status: also(text, 'state'),
  detail: also(orNull(text), 'message', 'error', 'reason'),
});
const job = object({
  job_id: also(id(text), ...JOB_IDS),
  status: also(text, 'state'),
  domains: also(listOf(jobDomain), ...DOMAIN_LISTS),
});

/** Jobs of the service, such as rescans. */
export const jobs = {
  show: {
    name: 'jobs.show',
    method: 'GET',
    path: '/jobs/{job_id}',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/overview/',
    /** A running job says when to ask again, in seconds; https://docs.tracedata.ai/api/overview/. */
    answer: {
      ...assumed(job),
      headers: [
        { name: 'Retry-After', form: 'seconds', unless: { field: 'status', hasOneOf: ['completed', 'failed'] } },
      ],
    },
  },
} as const satisfies Record<string, Operation>;

/** What the job says about one domain; `null` for what it does not say. */
export type JobDomain = With<Readonly<RecordOf<typeof jobDomain> & Rest>, 'domain'>;

/**
 * A rescan job, as far as the service describes it. Its status words are undocumented, so none of them is
 * interpreted.
 */
type Job = Readonly<Omit<RecordOf<typeof job>, 'domains'> & Rest> & {
  /** `null` if the answer holds no list, which is not the same as an empty one. */
  readonly domains: readonly JobDomain[] | null;
};

const readFields = readerWithRestOf(job);
const readDomainFields = readerWithRestOf(jobDomain);

/**
 * Asks for the progress of a job. Source: https://docs.tracedata.ai/api/overview/.
 *
 * @param jobId as {@link readJobId} returned it
 */
export function showJob(jobId: string): HttpRequest {
  return toRequest(jobs.show, { parameters: { job_id: jobId } });
}

/** The id of a started job, bare or wrapped in `data` or `job`; `null` if there is none. */
export function readJobId(body: unknown): string | null {
  for (const item of layersOf(body, ['data', 'job'])) {
    const jobId = readId(firstOf(item, ['job_id', ...JOB_IDS]));
    if (jobId !== null) return jobId;
  }
  return null;
}

/** A job, bare or wrapped in `data` or `job`; `null` if the body describes none. */
export function readJob(body: unknown): Job | null {
  for (const item of layersOf(body, ['data', 'job'])) {
    const read = readFields(item);
    const domains = readDomains(firstOf(item, ['domains', ...DOMAIN_LISTS]));
    if (read.job_id !== null || read.status !== null || domains !== null) return { ...read, domains };
  }
  return null;
}

/** A list of domains, or one object with a status for each domain. Entries without a domain are left out. */
function readDomains(value: unknown): readonly JobDomain[] | null {
  const byDomain = readObject(value);
  const list =
    byDomain === null
      ? readArray(value)
      : Object.entries(byDomain)
          .filter(([name]) => name.includes('.'))
          .map(([domain, said]) => ({ ...(readObject(said) ?? { status: said }), domain }));
  return list?.map(readDomain).filter((domain) => domain !== null) ?? null;
}

function readDomain(value: unknown): JobDomain | null {
  const item: JsonObject = readObject(value) ?? { domain: value };
  const read = readDomainFields(item);
  return hasField(read, 'domain') ? read : null;
}
