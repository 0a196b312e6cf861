import { PARTNERED_FIELDS } from '../../catalogue/table-fields';
import type { FieldAnswer, RowAnswer } from '../../cells/answers';
import type { Input, Inputs } from '../../cells/inputs';
import type { AnsweredRow } from '../../cells/table';
import { lookupPartnership } from '../../client/resources/partnerships';
import { toQuestionText, type RowsRecord } from '../../client/rows';
import { CHARGE_OF_PAIR } from '../../credits/charges';
import { lookup } from '../../lookup/ports';
import { TraceError } from '../../errors/trace-error';
import type { LookupOutcome } from '../../records/outcome';
import { answerOne, receiptAnswer, showInputs } from '../answer-inputs';
import type { FunctionBody } from '../arguments';
import { findPartners, type Pair, type PairRecord } from './partner-by-name';
import { readRecordField } from './record-field';

interface Row {
  readonly given: string;
  /** What is known without asking, or the two companies to ask about. */
  readonly ask: RowAnswer | ({ readonly is: 'ask' } & Pair);
}

/** Looks up each pair by itself or, if Trace has no such route, in a list of partners. */
export const partnered: FunctionBody = function* (received) {
  const { inputs, otherInputs, fields, options, signature } = received;
  const pairs = toRows(inputs, otherInputs);
  const asked = pairs.flatMap(({ ask }) => (ask.is === 'ask' ? [ask] : []));
  const questions = [...new Set(asked.map(questionFor))];
  const direct: ReadonlyMap<string, LookupOutcome<RowsRecord>> = questions.length > 0
    ? yield* lookup('rows', questions, options, signature)
    : new Map();
  const missing = asked.filter((pair) => direct.get(questionFor(pair))?.is === 'noRoute');
  const inList = yield* findPartners(missing, options);
  const rows = pairs.map(({ given, ask }): AnsweredRow => {
    if (ask.is !== 'ask') return { given, answer: ask };
    const question = questionFor(ask);
    const outcome = direct.get(question);
    const answer = outcome?.is === 'noRoute' ? inList(ask) : outcome;
    const { path } = lookupPartnership(ask.a, ask.b);
    const toFields = (record: PairRecord, asOfMs: number): readonly FieldAnswer[] =>
      fields.map((field) => fromAnswer(record, field, asOfMs, path));
    return { given, ...answerOne(question, answer, toFields) };
  });
  return yield* showInputs(received, rows, fields);
};

function questionFor({ a, b }: Pair): string {
  const { operation, path } = lookupPartnership(a, b);
  return toQuestionText({ operation, path, paging: 'none', top: 1, mayBeOne: true });
}

const BLANK: Input = { is: 'blank' };

/** Pairs two columns row by row, or one company with a column. Throws `pairsUneven`. */
function toRows(inputs: Inputs, otherInputs: Inputs): readonly Row[] {
  const [rows, otherRows] = [inputs.givenRows, otherInputs.givenRows];
  if (rows !== otherRows && inputs.isRange && otherInputs.isRange)
    throw new TraceError('pairsUneven', { rows, otherRows });
  const at = ({ rows, isRange }: Inputs, index: number): Input => rows[isRange ? index : 0] ?? BLANK;
  return Array.from({ length: Math.max(inputs.rows.length, otherInputs.rows.length) }, (_row, index) =>
    toRow(at(inputs, index), at(otherInputs, index)),
  );
}

function toRow(a: Input, b: Input): Row {
  const given = [a, b].map((input) => (input.is === 'blank' ? '' : input.given)).join(' + ');
  if (a.is === 'blank' || b.is === 'blank') return { given, ask: { is: 'blank' } };
  if (a.is === 'problem') return { given, ask: a };
  if (b.is === 'problem') return { given, ask: b };
  if (a.identifier === b.identifier) return { given, ask: { is: 'sameCompany' } };
  return { given, ask: { is: 'ask', a: a.identifier, b: b.identifier } };
}

/**
 * If the answer does not say whether they are partners, nothing is known. @param path the path of the pair's lookup
 */
function fromAnswer({ about, receipt }: PairRecord, field: string, asOfMs: number, path: string): FieldAnswer {
  const told = receiptAnswer(field, () => ({ asOfMs, source: path, credits: CHARGE_OF_PAIR, ...receipt }));
  return told ?? readRecordField(about, field, PARTNERED_FIELDS, asOfMs);
}
