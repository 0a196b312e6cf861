import type { HttpRequest } from '../exchange';
import { firstOf, layersOf, readArray, readId, readObject, readText, restOf, type JsonObject } from '../json';
import { type Operation, toRequest } from '../request';

/** Jobs of the service, such as rescans. */
export const jobs = {
  show: {
    name: 'jobs.show',
    method: 'GET',
    path: '/jobs/{job_id}',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/overview/',
  },
} as const satisfies Record<string, Operation>;

/**
 * A rescan job, as far as the service describes it. Its status words are undocumented, so none of them is
 * interpreted.
 */
interface Job {
  readonly job_id: string | null;
  readonly status: string | null;
  /** `null` if the answer holds no list, which is not the same as an empty one. */
  readonly domains: readonly JobDomain[] | null;
  readonly rest?: JsonObject;
}

/** What the job says about one domain; `null` for what it does not say. */
export interface JobDomain {
  readonly domain: string;
  readonly status: string | null;
  readonly detail: string | null;
  readonly rest?: JsonObject;
}

const JOB_IDS = ['job_id', 'jobId', 'id'];
const DOMAIN_LISTS = ['domains', 'results', 'items'];

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
    const jobId = readId(firstOf(item, JOB_IDS));
    if (jobId !== null) return jobId;
  }
  return null;
}

/** A job, bare or wrapped in `data` or `job`; `null` if the body describes none. */
export function readJob(body: unknown): Job | null {
  for (const item of layersOf(body, ['data', 'job'])) {
    const job_id = readId(firstOf(item, JOB_IDS));
    const status = readText(firstOf(item, ['status', 'state']));
    const domains = readDomains(firstOf(item, DOMAIN_LISTS));
    if (job_id === null && status === null && domains === null) continue;
    return { job_id, status, domains, ...restOf(item, [...JOB_IDS, ...DOMAIN_LISTS, 'status', 'state']) };
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
  const item = readObject(value) ?? { domain: value };
  const domain = readText(item['domain']);
  if (domain === null) return null;
  return {
    domain,
    status: readText(firstOf(item, ['status', 'state'])),
    detail: readText(firstOf(item, ['detail', 'message', 'error', 'reason'])),
    ...restOf(item, ['domain', 'status', 'state', 'detail', 'message', 'error', 'reason']),
  };
}
