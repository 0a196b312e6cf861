import { checkKey, checkUserKey } from './api-keys';
import { Refusal } from './refusal';
import type { Reply } from './reply';
import type { OpenLogEntry } from './request-log';
import type { Answer, Call, Route } from './routes/route';
import type { SandboxBooks } from './state';

/** A request as it arrived. `route` answers it, or refuses a path or method that has no route. */
interface IncomingCall extends Call {
  readonly route: Route | Reply;
  readonly apiKey: string | undefined;
}

/** Handles one request from its key to its reply: faults, key, answer, credits. It never waits. */
export function answerCall(call: IncomingCall, books: SandboxBooks, entry: OpenLogEntry): Reply {
  const { reply, met } = books.faults.face(
    isRoute(call.route) ? call.route : null,
    () => costOf(call, books),
    () => answerOrRefuse(call, books, entry),
  );
  entry.faults = met;
  return reply;
}

function answerOrRefuse(call: IncomingCall, books: SandboxBooks, entry: OpenLogEntry): Reply {
  if (!isRoute(call.route)) return call.route;
  try {
    const apiKey = checkKey(call.apiKey);
    if (call.route.needsUserKey) checkUserKey(apiKey);
    const { reply, charged, change } = call.route.answer(call);
    entry.credits = books.ledger.charge(charged, call.nowMs);
    change?.();
    return reply;
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}

/** The cost of the call; 0 if it will be refused anyway. */
function costOf(call: IncomingCall, { ledger }: SandboxBooks): number {
  return ledger.costOf(answerIfAny(call)?.charged ?? [], call.nowMs);
}

function answerIfAny(call: IncomingCall): Answer | null {
  try {
    return isRoute(call.route) ? call.route.answer(call) : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

export function isRoute(route: Route | Reply): route is Route {
  return 'answer' in route;
}
