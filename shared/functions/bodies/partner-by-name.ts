import type { JsonObject } from '../../client/json';
import {
  listPartnersOf,
  readPartners,
  toPartnersRecord,
  type PartnersRecord,
} from '../../client/resources/partnerships';
import { readQuestion, toQuestionText, type RowsRecord } from '../../client/rows';
import { chargeOfRows } from '../../credits/charges';
import { TraceError } from '../../errors/trace-error';
import { lookup } from '../../lookup/ports';
import type { LookupOutcome, MaxAge } from '../../records/outcome';
import type { LookupTask } from '../ports';
import type { AnswerReceipt } from '../answer-inputs';
import { isAmong, namesOf } from './same-partner';

export interface Pair {
  readonly a: string;
  readonly b: string;
}

/** What is known about a pair, in `about`. */
export interface PairRecord extends Pick<RowsRecord, 'about' | 'isPartial'> {
  /** The path asked, and the most it cost in credits; absent: the pair itself was looked up. */
  readonly receipt?: Pick<AnswerReceipt, 'source' | 'credits'>;
}

export type PairOutcome = LookupOutcome<PairRecord>;

/**
 * Finds out whether pairs are partners by searching the first company's partners for the second one's name; a hit
 * costs a credit. Any answer about the second company contains its name, so its own list is searched first for a name
 * that cannot be there, which is free. https://docs.tracedata.ai/api/partnerships/
 */
export function* findPartners(pairs: readonly Pair[], age: MaxAge): LookupTask<(pair: Pair) => PairOutcome> {
  const others = yield* read(
    pairs.map(({ b }) => toNameQuestion(b, b)),
    age,
  );
  const otherOf = ({ b }: Pair): LookupOutcome<RowsRecord> => others(toNameQuestion(b, b));
  const questionOf = (pair: Pair): string | null => {
    const other = otherOf(pair);
    if (other.is !== 'found') return null;
    return toNameQuestion(pair.a, toPartnersRecord(other.record).company.name ?? toWords(pair.b));
  };
  const answers = yield* read(
    pairs.flatMap((pair) => questionOf(pair) ?? []),
    age,
  );
  return (pair) => {
    const other = otherOf(pair);
    const question = questionOf(pair);
    if (other.is !== 'found' || question === null) return other;
    const answer = answers(question);
    if (answer.is !== 'found') return answer;
    const about = toAbout(answer.record, pair.b, toPartnersRecord(other.record));
    const receipt = {
      source: readQuestion(question).path,
      credits: chargeOfRows(answer.record, other.record),
    };
    return { ...answer, record: { about, isPartial: answer.record.isPartial, receipt } };
  };
}

function* read(questions: readonly string[], age: MaxAge): LookupTask<(question: string) => LookupOutcome<RowsRecord>> {
  const outcomes =
    questions.length > 0 ? yield* lookup('rows', [...new Set(questions)], age) : new Map<string, never>();
  return (question) => outcomes.get(question) ?? { is: 'failed', error: new TraceError('leftOut', {}) };
}

/** The question whether a company has a partner whose name contains a text. */
export function toNameQuestion(identifier: string, name: string): string {
  const { operation, path } = listPartnersOf(identifier, null, null, name);
  return toQuestionText({ operation, path, paging: 'page', top: 1, mayBeOne: false });
}

/** A likely name for a company whose name is unknown: its domain without the ending, or its slug. */
function toWords(identifier: string): string {
  return (identifier.split('.').slice(-2)[0] ?? identifier).replace(/-/g, ' ');
}

/**
 * A company that was not found may still be a partner, unless it was searched by its real name and Trace returned
 * every partner with that name.
 */
function toAbout({ rows, isCut, isPartial }: RowsRecord, b: string, { company }: PartnersRecord): JsonObject {
  const asked = {
    domain: company.domain ?? (b.includes('.') ? b : null),
    slug: company.slug ?? (b.includes('.') ? null : b),
  };
  const partners = readPartners(rows);
  const names = namesOf([asked]);
  const same = partners.map((partner) => isAmong(names, partner));
  const isAll = !isCut && !isPartial && partners.length === rows.length && !same.includes(null);
  const found = partners[same.indexOf(true)];
  return { ...found, partnered: found !== undefined || (isAll && company.name !== null ? false : null) };
}
