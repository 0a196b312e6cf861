import { readDomain } from '../cells/identifier';
import type { BatchResult } from '../client/resources/companies';
import type { PartnersRecord } from '../client/resources/partnerships';
import type { Reply } from '../client/response';
import type { RowsRecord } from '../client/rows';
import { CHARGE_OF_COMPANY, doubtOf } from '../credits/charges';
import { TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import type { KindSpec } from './kinds';
import { rowsOf, type AnyRecord, type LookupOutcome, type MayCost } from '../records/outcome';
import type { HttpRequest } from '../client/exchange';

/** Adds the outcomes of one reply. Returns the questions that remain. */
export function noteReply(
  spec: KindSpec<AnyRecord>,
  question: Question,
  reply: Reply,
  nowMs: number,
  outcomes: Map<string, LookupOutcome>,
): readonly Question[] {
  const failAll = (error: TraceError): readonly Question[] => {
    for (const identifier of question.identifiers) fail(outcomes, identifier, error, doubt(spec, question, true));
    return [];
  };
  switch (reply.is) {
    case 'failed':
      leaveUnanswered(spec, question, reply.error, nowMs, outcomes, reply.isInDoubt === true);
      return [];
    case 'missingRoute':
      return noteMissingRoute(spec, question, nowMs, outcomes);
    case 'notFound':
      if (question.page === null || question.page.earlier !== null) return failAll(new TraceError('unreadable', {}));
      for (const identifier of question.identifiers) outcomes.set(identifier, { is: 'notTracked', asOfMs: nowMs });
      return [];
    case 'body':
      return question.page === null
        ? noteBatch(spec, question, reply.body, nowMs, outcomes)
        : notePage(spec, question, question.page, reply.body, nowMs, outcomes);
  }
}

function noteBatch(
  spec: KindSpec<AnyRecord>,
  question: Question,
  body: unknown,
  nowMs: number,
  outcomes: Map<string, LookupOutcome>,
): readonly Question[] {
  const results = spec.batch?.read(body) ?? null;
  // Most results come in order, with each domain spelled as it was asked for.
  const isInOrder = question.identifiers.every((identifier, at) => results?.[at]?.domain === identifier);
  const byIdentifier = isInOrder ? null : byIdentifierOf(results ?? [], question.identifiers);
  for (const [at, identifier] of question.identifiers.entries()) {
    const result = byIdentifier === null ? results?.[at] : byIdentifier.get(identifier);
    if (result === undefined)
      fail(
        outcomes,
        identifier,
        new TraceError(results === null ? 'unreadable' : 'leftOut', {}),
        doubt(spec, question, true),
      );
    else if (result.record === null) outcomes.set(identifier, { is: 'notTracked', asOfMs: nowMs });
    else outcomes.set(identifier, { is: 'found', record: result.record, asOfMs: nowMs, text: result.text });
  }
  return [];
}

/** The first result for each company, however it is spelled. The domain in a question may begin with `www.`. */
function byIdentifierOf(
  results: readonly BatchResult<AnyRecord>[],
  identifiers: readonly string[],
): ReadonlyMap<string, BatchResult<AnyRecord>> {
  const byIdentifier = new Map<string, BatchResult<AnyRecord>>();
  for (const result of results) {
    const identifier = identifiers.includes(result.domain) ? result.domain : readDomain(result.domain);
    if (identifier !== null && !byIdentifier.has(identifier)) byIdentifier.set(identifier, result);
  }
  return byIdentifier;
}

function notePage(
  spec: KindSpec<AnyRecord>,
  question: Question,
  page: NonNullable<Question['page']>,
  body: unknown,
  nowMs: number,
  outcomes: Map<string, LookupOutcome>,
): readonly Question[] {
  const [asked = ''] = question.identifiers;
  const read = spec.readOne(asked, body, page.number, page.earlier, page.most);
  const further: Question[] = [];
  for (const identifier of question.identifiers) {
    if (read === null) fail(outcomes, identifier, new TraceError('unreadable', {}), doubt(spec, question, true));
    else if (read.is === 'more') further.push(askOne(spec, identifier, page.most, read.page, read.record));
    else {
      const found: LookupOutcome = { is: 'found', record: read.record, asOfMs: nowMs };
      outcomes.set(identifier, found);
      const domain = spec.domainOf(read.record);
      // Also if a batch with this domain failed.
      if (domain !== null && (outcomes.get(domain)?.is ?? 'failed') === 'failed') outcomes.set(domain, found);
    }
  }
  return further;
}

/** Reports a missing route to a caller that has another one; otherwise it is a failure like any other. */
function noteMissingRoute(
  spec: KindSpec<AnyRecord>,
  question: Question,
  nowMs: number,
  outcomes: Map<string, LookupOutcome>,
): readonly Question[] {
  const { operation } = question.request;
  for (const identifier of question.identifiers) {
    if (spec.hasFallback) outcomes.set(identifier, { is: 'noRoute', operation, asOfMs: nowMs });
    else fail(outcomes, identifier, new TraceError('routeMissing', { operation }), doubt(spec, question, false));
  }
  return [];
}

/**
 * Records why an answer is missing or incomplete. A list that was read in part is shown as far as it goes.
 *
 * @param isInDoubt whether the service may have charged for the last request
 */
export function leaveUnanswered(
  spec: KindSpec<AnyRecord>,
  question: Question,
  error: TraceError,
  nowMs: number,
  outcomes: Map<string, LookupOutcome>,
  isInDoubt: boolean,
): void {
  const earlier = question.page?.earlier ?? null;
  const isShown = earlier !== null && 'isPartial' in earlier && traitsOf(error).showsPart === true;
  for (const identifier of question.identifiers) {
    if (!isShown) fail(outcomes, identifier, error, doubt(spec, question, isInDoubt));
    // The rows that are shown already account for the earlier pages.
    else {
      const inDoubt = doubtOf(mostOfLast(spec, question), isInDoubt);
      outcomes.set(identifier, { is: 'found', record: earlier, asOfMs: nowMs, ...inDoubt });
    }
  }
}

/** What a lookup without an answer may have cost. @param isInDoubt whether its last request may have been charged */
function doubt(spec: KindSpec<AnyRecord>, question: Question, isInDoubt: boolean): MayCost {
  return doubtOf(mostOfLast(spec, question), isInDoubt, brought(question));
}

/** The most that the last request cost for each of its companies, in credits. */
function mostOfLast(spec: KindSpec<AnyRecord>, { page, identifiers }: Question): number {
  return page === null ? CHARGE_OF_COMPANY : spec.mostOfPage(identifiers[0] ?? '', page.number, page.most);
}

function brought({ page }: Question): number {
  return page === null || page.earlier === null ? 0 : rowsOf(page.earlier as RowsRecord | PartnersRecord);
}

function fail(outcomes: Map<string, LookupOutcome>, identifier: string, error: TraceError, doubt: MayCost): void {
  outcomes.set(identifier, { is: 'failed', error, ...doubt });
}

/** The most domains in one request; https://docs.tracedata.ai/api/enrichment/. */
export const BATCH_SIZE = 100;

/** One request and the identifiers it is for. */
export interface Question {
  readonly request: HttpRequest;
  readonly identifiers: readonly string[];
  /** `null`: a batch. Otherwise a page of one company, with the rows of earlier pages. */
  readonly page: {
    readonly number: number;
    readonly earlier: AnyRecord | null;
    /** The most rows of all pages together. */
    readonly most: number;
  } | null;
}

/**
 * Puts 100 domains into a request where a batch route exists, and asks for everything else one by one.
 *
 * @param caps the most rows for some identifiers; batches have no such limit, so these are asked for one by one
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
    const chunk = domains.slice(start, start + BATCH_SIZE);
    questions.push({ request: batch!.ask(chunk), identifiers: chunk, page: null });
  }
  return [...questions, ...others.map((identifier) => askOne(spec, identifier, caps.get(identifier)))];
}

/**
 * @param most the most rows of all pages together
 * @param earlier the rows of the previous pages
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

/** Splits a batch into one question for each of its companies. */
export function split(spec: KindSpec<AnyRecord>, question: Question): readonly Question[] {
  return question.page === null ? question.identifiers.map((identifier) => askOne(spec, identifier)) : [question];
}
