import type { HttpRequest } from '../exchange';
import { toRequest, type Operation } from '../operation';

export const jobs = {
  show: {
    name: 'jobs.show',
    method: 'GET',
    path: '/jobs/{job_id}',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/overview/',
  },
} as const satisfies Record<string, Operation>;

export function showJob(jobId: string): HttpRequest {
  return toRequest(jobs.show, { parameters: { job_id: jobId } });
}
