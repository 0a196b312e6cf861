import { PARTNERED_FIELDS } from '../catalogue/table-fields';
import type { FieldAnswer, RowAnswer } from '../cells/answers';
import type { Input, Inputs } from '../cells/inputs';
import type { AnsweredRow } from '../cells/table';
import type { JsonObject } from '../client/json';
import { lookupPartnership, type PartnersRecord } from '../client/resources/partnerships';
import { toQuestionText, type RowsRecord } from '../client/rows';
import { lookup } from '../lookup/ports';
import type { MaxAge } from '../records/ports';
import type { FormulaTask } from './ports';
import { TraceError } from '../errors/trace-error';
import type { LookupOutcome } from '../records/outcome';
import { answerOne } from './answer-inputs';
import type { FunctionBody } from './body';
import { readRecordField } from './record-field';
import { isSamePartner } from './same-partner';
import { showInputs } from './show-inputs';

interface Pair {
  readonly given: string;
  /** What is known without asking, or the two companies to ask about. */
  readonly ask: RowAnswer | { readonly is: 'ask'; readonly a: string; readonly b: string };
}

/**
 * Each pair is looked up on its own. Where Trace has no such look-up, the partners of the first side are read, a
 * hundred companies to a request, and the second company is searched among them.
 */
export const partnered: FunctionBody = function* (received) {
  const { inputs, otherInputs, fields, options, signature } = received;
  const pairs = toPairs(inputs, otherInputs);
  const asked = pairs.flatMap(({ ask }) => (ask.is === 'ask' ? [ask] : []));
  const questions = [...new Set(asked.map(({ a, b }) => questionFor(a, b)))];
  const direct: Outcomes<RowsRecord> =
    questions.length > 0 ? yield* lookup('rows', questions, options, signature) : new Map();
  const missing = asked.filter(({ a, b }) => direct.get(questionFor(a, b))?.is === 'noRoute');
  const lists = missing.length > 0 ? yield* partnersOf(missing, options) : new Map<string, never>();
  const rows = pairs.map(({ given, ask }): AnsweredRow => {
    if (ask.is !== 'ask') return { given, answer: ask };
    const question = questionFor(ask.a, ask.b);
    const outcome = direct.get(question);
    const answered =
      outcome?.is === 'noRoute'
        ? answerOne(question, lists.get(ask.a), (record, asOfMs) =>
            fields.map((field) => fromList(record, ask.b, field, asOfMs)),
          )
        : answerOne(question, outcome, ({ about }, asOfMs) => fields.map((field) => fromAnswer(about, field, asOfMs)));
    return { given, ...answered };
  });
  return yield* showInputs(received, rows, fields);
};

type Outcomes<R> = ReadonlyMap<string, LookupOutcome<R>>;

function partnersOf(missing: readonly { readonly a: string }[], age: MaxAge): FormulaTask<Outcomes<PartnersRecord>> {
  return lookup('partners', [...new Set(missing.map(({ a }) => a))], age);
}

function questionFor(a: string, b: string): string {
  const { operation, path } = lookupPartnership(a, b);
  return toQuestionText({ operation, path, paging: 'none', top: 1, mayBeOne: true });
}

const BLANK: Input = { is: 'blank' };

/** Rows side by side, or one company against a column. Throws `pairsUneven`. */
function toPairs(inputs: Inputs, otherInputs: Inputs): readonly Pair[] {
  const [rows, otherRows] = [inputs.givenRows, otherInputs.givenRows];
  if (rows !== otherRows && inputs.isRange && otherInputs.isRange)
    throw new TraceError('pairsUneven', { rows, otherRows });
  const at = ({ rows, isRange }: Inputs, index: number): Input => rows[isRange ? index : 0] ?? BLANK;
  return Array.from({ length: Math.max(inputs.rows.length, otherInputs.rows.length) }, (_row, index) =>
    toPair(at(inputs, index), at(otherInputs, index)),
  );
}

function toPair(a: Input, b: Input): Pair {
  const given = [a, b].map((input) => (input.is === 'blank' ? '' : input.given)).join(' + ');
  if (a.is === 'blank' || b.is === 'blank') return { given, ask: { is: 'blank' } };
  if (a.is === 'problem') return { given, ask: a };
  if (b.is === 'problem') return { given, ask: b };
  if (a.identifier === b.identifier) return { given, ask: { is: 'sameCompany' } };
  return { given, ask: { is: 'ask', a: a.identifier, b: b.identifier } };
}

/** The answer of the look-up. If it does not say whether they are partners, nothing is known. */
function fromAnswer(about: JsonObject, field: string, asOfMs: number): FieldAnswer {
  return readRecordField(about, field, PARTNERED_FIELDS, asOfMs);
}

/**
 * A company that is not in a list may still be a partner: Trace may have cut the list, or know the partner by another
 * name.
 */
function fromList(record: PartnersRecord, b: string, field: string, asOfMs: number): FieldAnswer {
  const { partners, count, isPartial } = record;
  const asked = b.includes('.') ? { domain: b, slug: null } : { domain: null, slug: b };
  const same = partners?.map((partner) => isSamePartner(partner, asked)) ?? [null];
  const found = partners?.[same.indexOf(true)];
  const isWhole = isPartial !== true && !same.includes(null) && (count === null || count <= same.length);
  const about = { ...found, partnered: found !== undefined || (isWhole ? false : null) };
  return fromAnswer(about, field, asOfMs);
}
