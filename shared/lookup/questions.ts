import type { HttpRequest } from '../client/exchange';
import type { KindSpec } from './kinds';
import type { AnyRecord } from './outcome';

/** The most domains in one request; https://docs.tracedata.ai/api/enrichment/. */
export const BATCH_SIZE = 100;

/** One request and whom it is for. */
export interface Question {
  readonly request: HttpRequest;
  readonly identifiers: readonly string[];
  /** `null`: a batch. Else the page of one company, with what the pages before brought. */
  readonly page: { readonly number: number; readonly earlier: AnyRecord | null } | null;
}

/** Domains a hundred to a request where there is a batch route, everything else one by one. */
export function toQuestions(spec: KindSpec<AnyRecord>, identifiers: readonly string[]): Question[] {
  const { batch } = spec;
  if (batch === null) return identifiers.map((identifier) => askOne(spec, identifier));
  const domains = identifiers.filter((identifier) => identifier.includes('.'));
  const slugs = identifiers.filter((identifier) => !identifier.includes('.'));
  const questions: Question[] = [];
  for (let start = 0; start < domains.length; start += BATCH_SIZE) {
    const part = domains.slice(start, start + BATCH_SIZE);
    questions.push({ request: batch.ask(part), identifiers: part, page: null });
  }
  return [...questions, ...slugs.map((slug) => askOne(spec, slug))];
}

/** @param earlier what the pages before brought */
export function askOne(
  spec: KindSpec<AnyRecord>,
  identifier: string,
  number = 1,
  earlier: AnyRecord | null = null,
): Question {
  return { request: spec.askOne(identifier, number), identifiers: [identifier], page: { number, earlier } };
}

/** A batch as questions for its companies one by one. */
export function split(spec: KindSpec<AnyRecord>, question: Question): readonly Question[] {
  return question.page === null ? question.identifiers.map((identifier) => askOne(spec, identifier)) : [question];
}
