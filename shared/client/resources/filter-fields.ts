import { firstOf, layersOf, readArray, readObject, readText, restOf, type JsonObject } from '../json';
import { readVersion } from './list-answers';

/** The company fields that a definition may filter by: the catalogue of https://docs.tracedata.ai/api/lists/. */
export interface FilterFields {
  /** The version that each definition must name, unchanged. */
  readonly registry_version: string | number | null;
  /** `null` if the answer holds no list, which is not the same as an empty one. */
  readonly fields: readonly FilterField[] | null;
}

export interface FilterField {
  readonly name: string;
  readonly type: string | null;
  readonly operators: readonly string[];
  readonly rest?: JsonObject;
}

/** Reads the catalogue, bare or wrapped in `data`. Fields without a name are left out. */
export function readFilterFields(body: unknown): FilterFields | null {
  for (const item of layersOf(body, ['data'])) {
    const registry_version = readVersion(item['registry_version']);
    const fields = readArray(firstOf(item, ['fields', 'filter_fields', 'data']));
    if (registry_version === null && fields === null) continue;
    return { registry_version, fields: fields?.map(readField).filter((field) => field !== null) ?? null };
  }
  return null;
}

function readField(value: unknown): FilterField | null {
  const item = readObject(value) ?? { name: value };
  const name = readText(firstOf(item, ['name', 'field', 'key']));
  if (name === null) return null;
  const operators = readArray(item['operators']) ?? [];
  return {
    name,
    type: readText(item['type']),
    operators: operators.map(readText).filter((operator) => operator !== null),
    ...restOf(item, ['name', 'field', 'key', 'type', 'operators']),
  };
}
