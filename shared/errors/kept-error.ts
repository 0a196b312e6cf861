import type { ErrorCode } from './codes';
import { maskKeysIn } from './mask-keys';
import { say } from './say';
import { TraceError } from './trace-error';
import { isErrorCode } from './traits';

/** What leaves memory of an error: plain JSON, whose words are chosen where it is shown. */
export interface KeptError {
  readonly code: ErrorCode;
  readonly facts: object;
}

/** More than any sentence shows of a text, in UTF-16 units. */
const LONGEST_TEXT = 200;
const MOST_NAMES = 20;
const PLACES = ['formula', 'run', 'action', 'key'] as const;

/**
 * Texts among its facts are cut, since no sentence shows more of them. Keys in them are masked: files and messages have other
 * readers. What the sentence itself shows is no key, but a formula such as `=TRACE_TECH(A2)`.
 */
export function toKept({ code, facts, message }: TraceError): KeptError {
  const toFact = (fact: unknown): unknown => {
    if (Array.isArray(fact)) return fact.slice(0, MOST_NAMES).map(toFact);
    if (typeof fact !== 'string') return fact;
    return (message.includes(fact) ? fact : maskKeysIn(fact)).slice(0, LONGEST_TEXT);
  };
  return { code, facts: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, toFact(fact)])) };
}

/**
 * Anyone who may edit the file can have written it.
 *
 * @returns `null`: nothing that this version has words for
 */
export function fromKept(value: unknown): TraceError | null {
  const { code, facts } = (value ?? {}) as Partial<Record<keyof KeptError, unknown>>;
  if (!isErrorCode(code) || typeof facts !== 'object' || facts === null || Array.isArray(facts)) return null;
  if (!Object.values(facts).every(isFact)) return null;
  try {
    const read = toKept(new TraceError(code, facts as never));
    const error = new TraceError(code, read.facts as never);
    // Each place has sentences of its own, and one of them may need a fact that is missing.
    return PLACES.every((place) => typeof say(error, place) === 'string') ? error : null;
  } catch {
    return null;
  }
}

/** An object in the place of a text would end a sentence with a failure of its own. */
function isFact(fact: unknown): boolean {
  return Array.isArray(fact) ? fact.every(isText) : fact === null || typeof fact !== 'object';
}

function isText(item: unknown): boolean {
  return typeof item === 'string';
}
