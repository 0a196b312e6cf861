import { jsonReply, type Reply } from './reply';

/** Thrown if a request is answered with an error. */
export class Refusal extends Error {
  constructor(readonly reply: Reply) {
    super(`refused with status ${reply.status}`);
  }
}

/** The shape of authentication, credit and rate limit errors; https://docs.tracedata.ai/errors/. */
export function flatError(
  status: number,
  error: string,
  message: string,
  context: Readonly<Record<string, unknown>> = {},
): Reply {
  return jsonReply(status, { error, message, ...context });
}

/** The shape of a resource's errors; https://docs.tracedata.ai/api/data-flags/ shows it. */
export function detailError(
  status: number,
  error: string,
  message: string,
  context: Readonly<Record<string, unknown>> = {},
): Reply {
  return jsonReply(status, { detail: { error, message, ...context } });
}

export function companyNotFound(identifier: string): Reply {
  return detailError(404, 'company_not_found', 'No company was found for that identifier.', { identifier });
}

/** FastAPI's answers if it has no route. */
export function unknownPath(): Reply {
  return jsonReply(404, { detail: 'Not Found' });
}

export function methodNotAllowed(allowed: readonly string[]): Reply {
  return jsonReply(405, { detail: 'Method Not Allowed' }, { allow: allowed.join(', ') });
}
