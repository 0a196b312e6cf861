import { jsonReply } from '../reply';
import { invalid, notText } from '../validation';
import { companyOfPath } from './company-of-path';
import { requireObject, type RequestBody } from './request-body';
import type { Answer, Call } from './route';

/** https://docs.tracedata.ai/api/data-flags/ */
const LONGEST_DESCRIPTION = 2_000;

/** Queues a report about a company; https://docs.tracedata.ai/api/data-flags/ shows everything except the 422. */
export function flagCompany(call: Call): Answer<'companies.flag'> {
  checkDescription(call.body);
  const company = companyOfPath(call);
  const { books } = call;
  return {
    reply: jsonReply(201, { flag_id: books.flags + 1, company_id: company.id, status: 'queued' }),
    charged: [],
    change: () => (books.flags += 1),
  };
}

/** The body is optional, and so is the description. */
function checkDescription(body: RequestBody): void {
  if (body.is === 'nothing') return;
  const input = requireObject(body)['description'] ?? null;
  if (input === null) return;
  const loc = ['body', 'description'];
  if (typeof input !== 'string') throw invalid(notText(loc, input));
  // Python counts code points, not UTF-16 units.
  if ([...input].length > LONGEST_DESCRIPTION) {
    const msg = `String should have at most ${LONGEST_DESCRIPTION} characters`;
    throw invalid({ type: 'string_too_long', loc, msg, input, ctx: { max_length: LONGEST_DESCRIPTION } });
  }
}
