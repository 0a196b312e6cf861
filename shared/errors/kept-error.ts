import { say } from './say';
import { TraceError, type ErrorCode } from './trace-error';
import { isErrorCode } from './traits';

/** What a store keeps of an error: plain JSON, whose words are chosen where they are shown. */
export interface KeptError {
  readonly code: ErrorCode;
  readonly facts: object;
}

/** More than a sentence shows of a text or of a list of names. */
const LONGEST_TEXT = 200;
const MOST_NAMES = 5;

/** Long texts among the facts are cut: no sentence shows more of them. */
export function toKept({ code, facts }: TraceError): KeptError {
  return { code, facts: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, cutFact(fact)])) };
}

/**
 * Anyone who may edit the file can have written it.
 *
 * @returns `null`: nothing that this version has words for
 */
export function fromKept(value: unknown): TraceError | null {
  const { code, facts } = (value ?? {}) as { readonly code?: unknown; readonly facts?: unknown };
  if (!isErrorCode(code) || typeof facts !== 'object' || facts === null) return null;
  if (!Object.values(facts).every(isFact)) return null;
  try {
    const error = new TraceError(code, toKept({ code, facts } as TraceError).facts as never);
    // Each place has sentences of its own, and one of them may need a fact that is missing.
    const said = [error.message, say(error, 'run'), say(error, 'action'), say(error, 'key')];
    return said.every((sentence) => typeof sentence === 'string') ? error : null;
  } catch {
    return null;
  }
}

function cutFact(fact: unknown): unknown {
  if (Array.isArray(fact)) return fact.slice(0, MOST_NAMES).map(cutFact);
  return typeof fact === 'string' ? fact.slice(0, LONGEST_TEXT) : fact;
}

/** An object in the place of a text would end a sentence with a failure of its own. */
function isFact(fact: unknown): boolean {
  return Array.isArray(fact) ? fact.every(isText) : fact === null || typeof fact !== 'object';
}

function isText(item: unknown): boolean {
  return typeof item === 'string';
}
