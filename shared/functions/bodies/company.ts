import { COMPANY_FIELDS } from '../../catalogue/fields';
import type { FieldAnswer } from '../../cells/answers';
import { toOneCell } from '../../cells/table';
import type { CardFact } from '../../cells/values';
import { readText } from '../../client/json';
import { type CompanyRecord, readTechnologies, readTechnologyCount } from '../../client/resources/companies';
import { CHARGE_OF_COMPANY } from '../../credits/charges';
import { type AnswerReceipt, answerInputs, receiptAnswer, showInputs, sourceOf } from '../answer-inputs';
import type { FunctionArguments, FunctionBody } from '../arguments';
import { readRecordField } from './record-field';

export const company: FunctionBody = function* (received) {
  const { fields } = received;
  const rows = yield* answerInputs(received, 'company', (record, asOfMs) =>
    fields.map((field) => readCardField(received, record, field, asOfMs)),
  );
  return yield* showInputs(received, rows, fields);
};

export function receiptOf({ primary_domain: domain, slug }: CompanyRecord, asOfMs: number): AnswerReceipt {
  return { asOfMs, source: sourceOf(readText(domain), readText(slug)), credits: CHARGE_OF_COMPANY };
}

/** Reads one field of a company: a field of the catalogue, or else a dotted path into the API's answer. */
export function readCompanyField(company: CompanyRecord, field: string, asOfMs: number): FieldAnswer {
  const receipt = receiptAnswer(field, () => receiptOf(company, asOfMs));
  if (receipt !== null) return receipt;
  switch (field) {
    case 'technology_count':
      return { is: 'one', cell: readTechnologyCount(company) ?? '' };
    case 'technologies': {
      const names = readTechnologies(company)?.map(({ name }) => name) ?? null;
      return { is: 'many', cells: names === null ? null : [...names].sort() };
    }
    default:
      return readRecordField(company, field, COMPANY_FIELDS, asOfMs);
  }
}

/** Each technology makes the workbook larger, and Excel on the web receives at most 5 MB at once. */
const MOST_TECHNOLOGIES = 100;

/** The fields behind the facts of a card, in their order. */
const FACTS = [
  ['Name', 'name'],
  ['Domain', 'primary_domain'],
  ['Industry', 'industry'],
  ['Employees', 'employee_count'],
  ['Country', 'country'],
  ['Technologies', 'technologies'],
  ['Partners', 'partnership_count'],
  ['AsOf', 'as_of'],
  ['FreeUntil', 'free_until'],
] as const satisfies readonly (readonly [name: CardFact['name'], field: string])[];

/** Reads a field of a company for a table. With `layout=card`, a text of the first column becomes a card. */
export function readCardField(
  { fields, options }: Pick<FunctionArguments, 'fields' | 'options'>,
  company: CompanyRecord,
  field: string,
  asOfMs: number,
): FieldAnswer {
  const answer = readCompanyField(company, field, asOfMs);
  if (options.layout !== 'card' || field !== fields[0]) return answer;
  const text = toOneCell(answer, options);
  return typeof text !== 'string' || text === ''
    ? answer
    : { is: 'one', cell: { text, facts: toFacts(company, asOfMs) } };
}

function toFacts(company: CompanyRecord, asOfMs: number): readonly CardFact[] {
  return FACTS.flatMap(([name, field]): readonly CardFact[] => {
    const value = toFactValue(readCompanyField(company, field, asOfMs));
    return value === null ? [] : [{ name, value }];
  });
}

/** `null`: unknown, or none. */
function toFactValue(answer: FieldAnswer): CardFact['value'] | null {
  if (answer.is === 'many') return toList(answer.cells?.map(String) ?? []);
  const { cell } = answer;
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return cell === '' ? null : cell;
  return typeof cell === 'object' && 'day' in cell ? cell : null;
}

function toList(items: readonly string[]): readonly string[] | null {
  if (items.length === 0) return null;
  const left = items.length - MOST_TECHNOLOGIES;
  return left > 0 ? [...items.slice(0, MOST_TECHNOLOGIES), `… +${left.toLocaleString('en-US')} more`] : items;
}
