import type { FieldSpec } from '../../catalogue/types';
import type { FieldAnswer } from '../../cells/answers';
import { cutText } from '../../cells/table';
import { dayOf, toDay, type Cell } from '../../cells/values';
import { firstOf, ownValue, readArray, readNumber, readObject, type JsonObject } from '../../client/json';

/**
 * Reads one field of an API object: a field of the catalogue, or else a dotted path into the object.
 *
 * @param fields the fields of the catalogue
 * @param asOfMs when Trace answered; milliseconds since 1970
 */
export function readRecordField(
  record: JsonObject,
  field: string,
  fields: readonly FieldSpec[],
  asOfMs: number,
): FieldAnswer {
  if (field === 'as_of') return { is: 'one', cell: dayOf(asOfMs) };
  for (const spec of fields) if (spec.name === field) return readKnownField(record, spec);
  return readPath(record, field);
}

function readKnownField(record: JsonObject, spec: FieldSpec): FieldAnswer {
  const value = readFact(record, spec) ?? readFact(readObject(record['firmographics']) ?? {}, spec);
  switch (spec.kind) {
    case 'list':
      return { is: 'many', cells: readArray(value)?.map(toCell) ?? null };
    case 'date':
      return { is: 'one', cell: toDay(value) ?? '' };
    case 'number':
      return { is: 'one', cell: readNumber(value) ?? '' };
    case 'text':
      return { is: 'one', cell: toTextCell(value) };
  }
}

/** Firmographics may be in the company itself or in a nested object. */
function readFact(record: JsonObject, { name, aliases = [] }: FieldSpec): unknown {
  return ownValue(record, name) ?? firstOf(record, aliases);
}

/** A list cannot be shown where one value is expected. */
function toTextCell(value: unknown): Cell {
  if (typeof value !== 'object') return value === undefined ? '' : toCell(value);
  const name = firstOf(readObject(value) ?? {}, ['name', 'slug']);
  return typeof name === 'string' ? cutText(name) : '';
}

/** The value at a path such as `technologies.category`; a leading dot marks a path of one step. */
function readPath(record: JsonObject, path: string): FieldAnswer {
  const steps = path.split('.').filter((step) => step !== '');
  const reached = steps.reduce<readonly unknown[]>(
    (values, step) => values.flatMap((value) => stepInto(value, step)),
    [record],
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
 * Steps into each item of a list, unless the step is an index. Missing values keep their place, so that several paths
 * into one list stay aligned.
 */
function stepInto(value: unknown, step: string): readonly unknown[] {
  const list = readArray(value);
  if (list !== null) return /^\d+$/.test(step) ? [list[Number(step)]] : list.flatMap((item) => stepInto(item, step));
  const object = readObject(value) ?? {};
  const name = Object.keys(object).find((key) => key.toLowerCase() === step.toLowerCase());
  return [name === undefined ? undefined : object[name]];
}

/** Shows an object as its name, or else as JSON. */
export function toCell(value: unknown): Cell {
  if (typeof value === 'string') return cutText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return '';
  const name = firstOf(readObject(value) ?? {}, ['name', 'slug']);
  return typeof name === 'string' ? cutText(name) : cutText(JSON.stringify(value));
}
