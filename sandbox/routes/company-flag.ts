import { invalid } from '../refusal';
import { jsonReply } from '../reply';
import { companyOfPath } from './company-of-path';
import { requireObject, type RequestBody } from './request-body';
import type { Answer, Call } from './route';

/** https://docs.tracedata.ai/api/data-flags/ */
const LONGEST_DESCRIPTION = 2_000;

/** Queues a report about a company; https://docs.tracedata.ai/api/data-flags/ shows everything except the 422. */
export function flagCompany(call: Call): Answer<'companies.flag'> {
  const description = readDescription(call.body);
  const company = companyOfPath(call);
  const { flags } = call.books;
  const flagId = flags.nextId;
  return {
    reply: jsonReply(201, { flag_id: flagId, company_id: company.id, status: 'queued' }),
    charged: [],
    change: () => flags.add({ flagId, companyId: company.id, description }),
  };
}

/** The body is optional, and so is the description; a blank one counts as missing. */
function readDescription(body: RequestBody): string | null {
  if (body.is === 'nothing') return null;
  const input = requireObject(body)['description'] ?? null;
  if (input === null) return null;
  const loc = ['body', 'description'];
  if (typeof input !== 'string') {
    throw invalid({ type: 'string_type', loc, msg: 'Input should be a valid string', input });
  }
  // Python counts code points, not UTF-16 units.
  if ([...input].length > LONGEST_DESCRIPTION) {
    const msg = `String should have at most ${LONGEST_DESCRIPTION} characters`;
    throw invalid({ type: 'string_too_long', loc, msg, input, ctx: { max_length: LONGEST_DESCRIPTION } });
  }
  return input.trim() === '' ? null : input;
}
