import { isOver, jobAt } from '../job-progress';
import { Refusal, detailError } from '../refusal';
import { jsonReply } from '../reply';
import type { Answer, Call, Route } from './route';

export const jobs: readonly Route[] = [
  {
    name: 'jobs.show',
    method: 'GET',
    path: '/jobs/{job_id}',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/overview/',
    credits: 'none (assumed)',
    answer: showJob,
  },
];

/** When to check a running job again, in seconds. The documentation shows 60 for rescans that take minutes: https://docs.tracedata.ai/api/overview/. */
const ASK_AGAIN = { 'retry-after': '3' };

function showJob({ parameters, books, nowMs }: Call): Answer {
  const jobId = parameters['job_id'] ?? '';
  const job = books.jobs.find(jobId);
  if (job === null) {
    throw new Refusal(detailError(404, 'job_not_found', 'No job was found for that id.', { job_id: jobId }));
  }
  const progress = jobAt(job, nowMs);
  return { reply: jsonReply(200, progress, isOver(progress) ? {} : ASK_AGAIN), charged: [] };
}
