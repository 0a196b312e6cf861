import { layersOf, readObject, readText, type JsonObject } from '../json';
import { hasField, readerOf, readerWithRestOf, type RecordOf, type Rest, type With } from '../read-record';
import { also, listOf, object, text, version } from '../schema';

const filterField = object({ name: also(text, 'field', 'key'), type: text, operators: listOf(text) });

export const filterFields = object({
  registry_version: version,
  fields: also(listOf(filterField), 'filter_fields', 'data'),
});

/** The company fields that a definition may filter by: the catalogue of https://docs.tracedata.ai/api/lists/. */
export interface FilterFields {
  /** The version that each definition must name, unchanged. */
  readonly registry_version: string | number | null;
  /** `null` if the answer holds no list, which is not the same as an empty one. */
  readonly fields: readonly FilterField[] | null;
}

export type FilterField = With<Readonly<Omit<RecordOf<typeof filterField>, 'operators'> & Rest>, 'name'> & {
  readonly operators: readonly string[];
};

const read = readerOf(filterFields);
const readFields = readerWithRestOf(filterField);

/** Reads the catalogue, bare or wrapped in `data`. Fields without a name are left out. */
export function readFilterFields(body: unknown): FilterFields | null {
  for (const item of layersOf(body, ['data'])) {
    const { registry_version, fields } = read(item);
    if (registry_version === null && fields === null) continue;
    return { registry_version, fields: fields?.map(readField).filter((field) => field !== null) ?? null };
  }
  return null;
}

function readField(value: unknown): FilterField | null {
  const item: JsonObject = readObject(value) ?? { name: value };
  const field = readFields(item);
  if (!hasField(field, 'name')) return null;
  return { ...field, operators: (field.operators ?? []).map(readText).filter((operator) => operator !== null) };
}
