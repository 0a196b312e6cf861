import { COMPANY_FIELDS, TECHNOLOGY_FIELDS } from '../../catalogue/fields';
import { FUNCTIONS } from '../../catalogue/index';
import type { FieldSpec } from '../../catalogue/types';
import type { FieldAnswer } from '../../cells/answers';
import { joinCells, toRectangle, toTable } from '../../cells/table';
import type { Options } from '../../cells/options';
import type { Cell, Table } from '../../cells/values';
import { readArray, readObject } from '../../client/json';
import { readTechnologies, readTechnologyCount, type CompanyRecord } from '../../client/resources/companies';
import { keepShown, namesAlongside, peek } from '../../lookup/ports';
import type { FormulaTask } from '../ports';
import { lookUpInputs, toAnsweredRows } from '../answer-inputs';
import type { FunctionBody } from '../arguments';
import { readCompanyField, receiptOf } from './company';
import { toItemFields } from './item-fields';
import { questionOf } from '../names/name-verdict';

const HEADER = ['function', 'field', 'example'];

/** How many values of a list an example shows. */
const EXAMPLE_VALUES = 3;

/**
 * Without a domain, shows the catalogue's examples. With one, shows the company's own values and the other fields of
 * the API's answer.
 */
export const fields: FunctionBody = function* (received) {
  const { inputs, options } = received;
  if (inputs.rows[0]?.is === 'blank') return [HEADER, ...catalogueRows(null), ...(yield* namesNote())];
  let examples: Examples | null = null;
  const outcomes = yield* lookUpInputs(received, 'company', undefined, namesAlongside([ANY_NAME]));
  const rows = toAnsweredRows(received, outcomes, (company, asOfMs): readonly FieldAnswer[] => {
    examples = toExamples(company, asOfMs, options);
    return [];
  });
  const [row] = rows;
  if (row?.answer.is === 'shown') return toRectangle(row.answer.lines, HEADER.length);
  if (examples === null) return toTable(rows, ['field'], { ...options, headers: 0 }, false);
  const lines = [HEADER, ...catalogueRows(examples), ...(yield* namesNote())];
  yield* keepShown(() => [{ ...row!.source!, signature: received.signature, lines }]);
  return lines;
};

/**
 * Notes that names cannot be checked, either in general or because Trace is known to have no catalogue. Asks for
 * nothing.
 */
function* namesNote(): FormulaTask<Table> {
  const isMissing = (yield* peek('rows', [ANY_NAME])).get(ANY_NAME)?.is === 'noRoute';
  return isMissing ? [...NEVER_CHECKED, ['TRACE_HAS_TECH', 'technologies', NAMES_UNCHECKED]] : NEVER_CHECKED;
}

const NEVER_CHECKED: Table = [
  ['TRACE_PARTNERS', 'category='],
  ['TRACE_SEARCH', 'industry='],
].map((place) => [...place, 'Trace has no list of these names. Check the spelling yourself.']);

const ANY_NAME = questionOf({ kind: 'technology', text: 'stripe' });
const NAMES_UNCHECKED =
  'Trace has no list of technologies here, so it cannot check names. A misspelled name shows FALSE, or none in a filter.';

interface Examples {
  /** One company's examples, by function and field. */
  readonly values: ReadonlyMap<string, Cell>;
  /** Paths into the API's answer that the catalogue lacks. */
  readonly paths: readonly (readonly [path: string, value: Cell])[];
}

function catalogueRows(examples: Examples | null): Table {
  return FUNCTIONS.flatMap(({ id, fields: known }) => [
    ...known.map(({ name, example }) => [id, name, examples?.values.get(`${id} ${name}`) ?? example]),
    ...(id === 'TRACE_COMPANY' ? (examples?.paths ?? []) : []).map(([path, value]) => [id, path, value]),
  ]);
}

function toExamples(company: CompanyRecord, asOfMs: number, options: Options): Examples {
  const receipt = receiptOf(company, asOfMs);
  const list = { items: readTechnologies(company), count: readTechnologyCount(company), receipt };
  const names = TECHNOLOGY_FIELDS.map(({ name }) => name);
  const technologies = toItemFields(list, names, options, {}, { field: 'name', descending: false });
  const values = new Map<string, Cell>();
  names.forEach((name, index) => values.set(`TRACE_TECH ${name}`, toExample(technologies[index])));
  for (const { name } of COMPANY_FIELDS) {
    values.set(`TRACE_COMPANY ${name}`, toExample(readCompanyField(company, name, asOfMs)));
  }
  const paths = unknownPaths(company).map(
    (path) => [path, toExample(readCompanyField(company, path, asOfMs))] as const,
  );
  return { values, paths };
}

function toExample(answer: FieldAnswer | undefined): Cell {
  if (answer === undefined) return '';
  if (answer.is === 'one') return answer.cell;
  return joinCells((answer.cells ?? []).slice(0, EXAMPLE_VALUES), ', ');
}

/** Paths of one step begin with a dot, so that they differ from misspelled fields. */
function unknownPaths(company: CompanyRecord): readonly string[] {
  const known = new Set(COMPANY_FIELDS.flatMap(({ name, aliases }: FieldSpec) => [name, ...(aliases ?? [])]));
  return Object.keys(company).flatMap((name) => {
    const inner = readObject(company[name]) ?? readObject(readArray(company[name])?.[0]);
    if (inner !== null) return Object.keys(inner).map((step) => `${name}.${step}`);
    return known.has(name) ? [] : [`.${name}`];
  });
}
