import type { jobs } from '../../shared/api';
import { answers, listOf, object, orNull, text, type OperationShape } from './shape';

export const jobShapes: Readonly<Record<keyof typeof jobs, OperationShape>> = {
  /** A running job says when to ask again, in seconds; https://docs.tracedata.ai/api/overview/. */
  show: {
    ...answers(
      'assumed',
      object({
        job_id: text,
        status: text,
        domains: listOf(object({ domain: text, status: text, detail: orNull(text) })),
      }),
    ),
    headers: [{ name: 'Retry-After', form: 'seconds', unless: { field: 'status', hasOneOf: ['completed', 'failed'] } }],
  },
};
