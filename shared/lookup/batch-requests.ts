import type { HttpRequest } from '../client/exchange';
import type { KindSpec } from './kinds';
import type { AnyRecord } from '../records/outcome';

/** The most domains in one request; https://docs.tracedata.ai/api/enrichment/. */
export const BATCH_SIZE = 100;

/** One request and the identifiers it is for. */
export interface Question {
  readonly request: HttpRequest;
  readonly identifiers: readonly string[];
  /** `null`: a batch. Otherwise the page of one company, with the rows of the pages before. */
  readonly page: {
    readonly number: number;
    readonly earlier: AnyRecord | null;
    /** The most rows of all pages together. */
    readonly most: number;
  } | null;
}

/**
 * Domains a hundred to a request where a batch route exists, everything else one by one.
 *
 * @param caps the most rows for some identifiers; batches have no such limit, so these are asked one by one
 */
export function toQuestions(
  spec: KindSpec<AnyRecord>,
  identifiers: readonly string[],
  caps: ReadonlyMap<string, number> = new Map(),
): Question[] {
  const { batch } = spec;
  const isBatched = (identifier: string): boolean =>
    batch !== null && identifier.includes('.') && !caps.has(identifier);
  const domains = identifiers.filter(isBatched);
  const isMixed = domains.length < identifiers.length;
  const others = isMixed ? identifiers.filter((identifier) => !isBatched(identifier)) : [];
  const questions: Question[] = [];
  for (let start = 0; start < domains.length; start += BATCH_SIZE) {
    const part = domains.slice(start, start + BATCH_SIZE);
    questions.push({ request: batch!.ask(part), identifiers: part, page: null });
  }
  return [...questions, ...others.map((identifier) => askOne(spec, identifier, caps.get(identifier)))];
}

/**
 * @param most the most rows of all pages together
 * @param earlier the rows of the pages before
 */
export function askOne(
  spec: KindSpec<AnyRecord>,
  identifier: string,
  most = Infinity,
  number = 1,
  earlier: AnyRecord | null = null,
): Question {
  const request = spec.askOne(identifier, number, most);
  return { request, identifiers: [identifier], page: { number, earlier, most } };
}

/** A batch as questions for its companies one by one. */
export function split(spec: KindSpec<AnyRecord>, question: Question): readonly Question[] {
  return question.page === null ? question.identifiers.map((identifier) => askOne(spec, identifier)) : [question];
}
