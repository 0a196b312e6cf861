import { CUT_OFF, MALFORMED, RATE_LIMITED, SERVER_ERROR, type Network } from '../run-case';
import type { Fault } from './hard-history';

/** Does to each request what the list says of it; those after the list are answered. */
export function spoiltBy(faults: readonly Fault[]): Network {
  return async (send, nth) => {
    const fault = faults[nth - 1] ?? 'none';
    if (fault === 'server error') return SERVER_ERROR;
    if (fault === 'rate limited') return RATE_LIMITED;
    const came = await send();
    if (fault === 'cut off') return CUT_OFF;
    if (fault === 'malformed') return MALFORMED;
    if (fault === 'none' || !came.ok || came.response.status !== 200) return came;
    const body = JSON.parse(came.response.text) as { results?: unknown[] };
    if (body.results === undefined) return came;
    const text = JSON.stringify({ ...body, results: body.results.filter((_result, at) => at % 2 === 0) });
    return { ok: true, response: { ...came.response, text } };
  };
}
