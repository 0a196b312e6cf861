import { checkKey, checkUserKey } from './api-keys';
import { faultNamed } from './fault-switch';
import { Refusal, flatError } from './refusal';
import type { Reply } from './reply';
import type { OpenLogEntry } from './request-log';
import type { Answer, Call, Route } from './routes/route';
import type { SandboxBooks } from './state';

/** A request as it arrived. `route` answers it, or refuses a path or method that has no route. */
interface IncomingCall extends Call {
  readonly route: Route | Reply;
  readonly apiKey: string | undefined;
  /** The name of the fault that the request itself asks for. */
  readonly askedFault: string | undefined;
}

/** Handles one request from its key to its reply: faults, key, rate limit, answer, credits. It never waits. */
export function answerCall(call: IncomingCall, books: SandboxBooks, entry: OpenLogEntry): Reply {
  const asked = call.askedFault === undefined ? null : faultNamed(call.askedFault);
  if (call.askedFault !== undefined && asked === null) {
    return flatError(400, 'unknown_fault', `The sandbox has no fault "${call.askedFault}".`);
  }
  const facing = books.faults.facing(isRoute(call.route) ? call.route : null, asked);
  const reply = facing.answerInstead(() => costOf(call, books)) ?? answerOrRefuse(call, books, entry);
  const spoilt = facing.spoil(reply);
  entry.faults = facing.met;
  return spoilt;
}

function answerOrRefuse(call: IncomingCall, books: SandboxBooks, entry: OpenLogEntry): Reply {
  if (!isRoute(call.route)) return call.route;
  try {
    const apiKey = checkKey(call.apiKey);
    books.limiter.count(apiKey, call.nowMs);
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
