import type { ErrorCode } from './codes';
import { maskKeysIn } from './mask-keys';
import { say } from './say';
import { TraceError } from './trace-error';
import { isErrorCode, traitsOf } from './traits';

/** An error as plain JSON, to be stored or sent. Its words are chosen where it is shown. */
export interface KeptError {
  readonly code: ErrorCode;
  readonly facts: object;
}

/** In UTF-16 units. Most sentences show less of a text or a name. */
const LONGEST_TEXT = 200;
const LONGEST_NAME = 60;
const MOST_NAMES = 20;
const PLACES = ['formula', 'run', 'action', 'key'] as const;
/** Facts that are numbers, whatever the error; `null`: unknown. */
const NUMBERS =
  /^(columns|rows|otherRows|row|length|limit|status|credits|requested|missing|lookups|waitSeconds|fields|unknown)$/;
/** What a sentence contains if a fact is missing or of another type. */
const UNSAID = /\b(undefined|NaN)\b|\[object /;

/**
 * Shortens long texts and lists among an error's facts. Keys in them are masked, because files and messages have
 * other readers. What the sentence itself shows is not a key but a formula such as `=TRACE_TECH(A2)`.
 */
export function toKept({ code, facts, message }: TraceError): KeptError {
  const toText = (text: string): string => (message.includes(text) ? text : maskKeysIn(text));
  return { code, facts: mapFacts(facts, (text, length) => toText(text).slice(0, length)) };
}

/**
 * Reads an error from a message, whose sender may be of another version.
 *
 * @returns `null`: this version has no words for it
 */
export function fromKept(value: unknown): TraceError | null {
  const { code, facts } = (value ?? {}) as Partial<Record<keyof KeptError, unknown>>;
  if (!isErrorCode(code) || typeof facts !== 'object' || facts === null || Array.isArray(facts)) return null;
  if (!Object.entries(facts).every(isFact)) return null;
  try {
    // Shortened first, because the sentence of a very long text would take seconds to build.
    const error = new TraceError(code, mapFacts(facts, (text, length) => text.slice(0, length)) as never);
    const said = PLACES.map((place) => say(error, place));
    const isSaid = said.every((sentence) => typeof sentence === 'string' && !UNSAID.test(sentence));
    return isSaid ? error : null;
  } catch {
    return null;
  }
}

/**
 * Reads an error from a file, which anyone who may edit it can have written. It can bring no more foreign text into
 * the panel than a short quotation. No row fails because of a mistake in a formula, except for a name or a job that
 * Trace does not know.
 */
export function fromFile(value: unknown): TraceError | null {
  const error = fromKept(value);
  if (error === null) return null;
  const { quotes, isCorrectable, lasts, ends } = traitsOf(error);
  if (quotes === true) return null;
  return isCorrectable === true && lasts === undefined && ends === undefined ? null : error;
}

function mapFacts(facts: object, toText: (text: string, length: number) => string): object {
  const toFact = (fact: unknown): unknown => {
    if (Array.isArray(fact)) return fact.slice(0, MOST_NAMES).map((name) => toText(String(name), LONGEST_NAME));
    return typeof fact === 'string' ? toText(fact, LONGEST_TEXT) : fact;
  };
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, toFact(fact)]));
}

/** An object in place of a text would make the sentence itself fail. */
function isFact([name, fact]: [string, unknown]): boolean {
  if (NUMBERS.test(name)) return fact === null || typeof fact === 'number';
  return Array.isArray(fact) ? fact.every(isText) : fact === null || typeof fact !== 'object';
}

function isText(item: unknown): boolean {
  return typeof item === 'string';
}
