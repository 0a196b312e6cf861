import { readDomain } from '../cells/identifier';
import type { Reply } from '../client/response';
import { TraceError, type ErrorCode } from '../errors';
import type { KindSpec } from './kinds';
import type { AnyRecord, LookupOutcome } from './outcome';
import { askOne, type Question } from './questions';

/** What these stop short of was paid for as far as it came, and is shown. */
const LEAVES_PART: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['outOfTime', 'creditsOut']);

/** Notes the outcomes of one reply; returns what still has to be asked. */
export function settle(
  spec: KindSpec<AnyRecord>,
  question: Question,
  reply: Reply,
  nowMs: number,
  outcomes: Map<string, LookupOutcome>,
): readonly Question[] {
  const failAll = (error: TraceError): readonly Question[] => {
    for (const identifier of question.identifiers) fail(outcomes, identifier, error);
    return [];
  };
  switch (reply.is) {
    case 'failed':
      leaveUnanswered(question, reply.error, nowMs, outcomes);
      return [];
    case 'missingRoute':
      return settleMissing(spec, question, nowMs, outcomes);
    case 'notFound':
      if (question.page === null) return failAll(new TraceError('unreadable', {}));
      for (const identifier of question.identifiers) outcomes.set(identifier, { is: 'notTracked', asOfMs: nowMs });
      return [];
    case 'body':
      return question.page === null
        ? settleBatch(spec, question, reply.body, nowMs, outcomes)
        : settlePage(spec, question, question.page, reply.body, nowMs, outcomes);
  }
}

function settleBatch(
  spec: KindSpec<AnyRecord>,
  question: Question,
  body: unknown,
  nowMs: number,
  outcomes: Map<string, LookupOutcome>,
): readonly Question[] {
  const results = spec.batch?.read(body) ?? null;
  const records = new Map<string, AnyRecord | null>();
  for (const { domain, record } of results ?? []) {
    const identifier = readDomain(domain);
    if (identifier !== null && !records.has(identifier)) records.set(identifier, record);
  }
  for (const identifier of question.identifiers) {
    const record = records.get(identifier);
    if (record === undefined)
      fail(outcomes, identifier, new TraceError(results === null ? 'unreadable' : 'leftOut', {}));
    else
      outcomes.set(
        identifier,
        record === null ? { is: 'notTracked', asOfMs: nowMs } : { is: 'found', record, asOfMs: nowMs },
      );
  }
  return [];
}

function settlePage(
  spec: KindSpec<AnyRecord>,
  question: Question,
  page: NonNullable<Question['page']>,
  body: unknown,
  nowMs: number,
  outcomes: Map<string, LookupOutcome>,
): readonly Question[] {
  const [asked = ''] = question.identifiers;
  const read = spec.readOne(asked, body, page.number, page.earlier);
  const further: Question[] = [];
  for (const identifier of question.identifiers) {
    if (read === null) fail(outcomes, identifier, new TraceError('unreadable', {}));
    else if (read.is === 'more') further.push(askOne(spec, identifier, read.page, read.record));
    else {
      const found: LookupOutcome = { is: 'found', record: read.record, asOfMs: nowMs };
      outcomes.set(identifier, found);
      const domain = spec.domainOf(read.record);
      // Also where a batch with the domain in it has failed.
      if (domain !== null && (outcomes.get(domain)?.is ?? 'failed') === 'failed') outcomes.set(domain, found);
    }
  }
  return further;
}

/** Where there is another way, whoever asks is told; else it is a failure like any other. */
function settleMissing(
  spec: KindSpec<AnyRecord>,
  question: Question,
  nowMs: number,
  outcomes: Map<string, LookupOutcome>,
): readonly Question[] {
  const { operation } = question.request;
  for (const identifier of question.identifiers) {
    if (spec.hasFallback) outcomes.set(identifier, { is: 'noRoute', operation, asOfMs: nowMs });
    else fail(outcomes, identifier, new TraceError('routeMissing', { operation }));
  }
  return [];
}

/** Why there is no answer, or no more of one: a list that was read in part is shown as far as it came. */
export function leaveUnanswered(
  question: Question,
  error: TraceError,
  nowMs: number,
  outcomes: Map<string, LookupOutcome>,
): void {
  const earlier = question.page?.earlier ?? null;
  const isShown = earlier !== null && 'isPartial' in earlier && LEAVES_PART.has(error.code);
  for (const identifier of question.identifiers) {
    if (isShown) outcomes.set(identifier, { is: 'found', record: earlier, asOfMs: nowMs });
    else fail(outcomes, identifier, error);
  }
}

function fail(outcomes: Map<string, LookupOutcome>, identifier: string, error: TraceError): void {
  outcomes.set(identifier, { is: 'failed', error });
}
