import { COMPANY_FIELDS } from '../catalogue/fields';
import type { FieldSpec } from '../catalogue/types';
import type { FieldAnswer } from '../cells/answers';
import { cutText } from '../cells/join';
import { dayOf, toDay, type Cell } from '../cells/values';
import { firstOf, readArray, readNumber, readObject } from '../client/json';
import { readTechnologies, readTechnologyCount, type CompanyRecord } from '../client/resources/companies';

const FIELDS: ReadonlyMap<string, FieldSpec> = new Map(COMPANY_FIELDS.map((field) => [field.name, field]));

/** One field of a company: one that the catalogue knows, else a dotted path into the API's answer. */
export function readCompanyField(company: CompanyRecord, field: string, asOfMs: number): FieldAnswer {
  const spec = FIELDS.get(field);
  return spec === undefined ? readPath(company, field) : readKnownField(company, spec, asOfMs);
}

function readKnownField(company: CompanyRecord, spec: FieldSpec, asOfMs: number): FieldAnswer {
  if (spec.name === 'as_of') return { is: 'one', cell: dayOf(asOfMs) };
  if (spec.name === 'technology_count') return { is: 'one', cell: readTechnologyCount(company) ?? '' };
  if (spec.name === 'technologies') {
    const names = readTechnologies(company)?.map(({ name }) => name) ?? null;
    return { is: 'many', cells: names === null ? null : [...names].sort() };
  }
  const value = readFact(company, [spec.name, ...(spec.aliases ?? [])]);
  if (spec.kind === 'list') return { is: 'many', cells: readArray(value)?.map(toCell) ?? null };
  if (spec.kind === 'date') return { is: 'one', cell: toDay(value) ?? '' };
  if (spec.kind === 'number') return { is: 'one', cell: readNumber(value) ?? '' };
  return { is: 'one', cell: typeof value === 'string' || typeof value === 'number' ? toCell(value) : '' };
}

/** Firmographics may stand in the company itself or in an object of their own. */
function readFact(company: CompanyRecord, names: readonly string[]): unknown {
  return firstOf(company, names) ?? firstOf(readObject(company['firmographics']) ?? {}, names);
}

/** What a path such as `technologies.category` leads to; a leading dot marks a path of one step. */
function readPath(company: CompanyRecord, path: string): FieldAnswer {
  const steps = path.split('.').filter((step) => step !== '');
  const reached = steps.reduce<readonly unknown[]>(
    (values, step) => values.flatMap((value) => stepInto(value, step)),
    [company],
  );
  const values = reached.flat();
  const isDate = (steps[steps.length - 1] ?? '').endsWith('_at');
  const cells = values.map((value) => (isDate ? (toDay(value) ?? toCell(value)) : toCell(value)));
  if (values.some((value) => value !== undefined && value !== null)) {
    return reached.length > 1 || reached.some(Array.isArray)
      ? { is: 'many', cells }
      : { is: 'one', cell: cells[0] ?? '' };
  }
  return reached.length === 0 || reached.some(Array.isArray) ? { is: 'many', cells: [] } : { is: 'one', cell: '' };
}

/**
 * A list is stepped into item by item, unless the step is the number of one. What is missing keeps its place, so that
 * several paths into one list stay in step.
 */
function stepInto(value: unknown, step: string): readonly unknown[] {
  const list = readArray(value);
  if (list !== null) return /^\d+$/.test(step) ? [list[Number(step)]] : list.flatMap((item) => stepInto(item, step));
  const object = readObject(value) ?? {};
  const name = Object.keys(object).find((key) => key.toLowerCase() === step.toLowerCase());
  return [name === undefined ? undefined : object[name]];
}

/** Objects show their name, or themselves as JSON. */
function toCell(value: unknown): Cell {
  if (typeof value === 'string') return cutText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return '';
  const name = firstOf(readObject(value) ?? {}, ['name', 'slug']);
  return typeof name === 'string' ? cutText(name) : cutText(JSON.stringify(value));
}
