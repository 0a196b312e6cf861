import { isOver, jobAt } from '../job-progress';
import { Refusal, detailError } from '../refusal';
import { jsonReply } from '../reply';
import type { Answer, Call, RoutesTo } from './route';

export const jobs = {
  show: { credits: 'none (assumed)', answer: showJob },
} satisfies RoutesTo<'jobs'>;

/** When to check a running job again, in seconds. The documentation shows 60 for rescans that take minutes: https://docs.tracedata.ai/api/overview/. */
const ASK_AGAIN = { 'retry-after': '3' };

function showJob({ parameters, books, nowMs }: Call): Answer<'jobs.show'> {
  const jobId = parameters['job_id'] ?? '';
  const job = books.jobs.find(jobId);
  if (job === null) {
    throw new Refusal(detailError(404, 'job_not_found', 'No job was found for that id.', { job_id: jobId }));
  }
  const progress = jobAt(job, nowMs);
  return { reply: jsonReply(200, progress, isOver(progress) ? {} : ASK_AGAIN), charged: [] };
}
