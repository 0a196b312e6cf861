import type { TProperties } from '@sinclair/typebox';
import { firstOf, layersOf, readArray, readCount, readObject, readText, type JsonObject } from '../json';
import { pageOf, readPagination, type Pagination } from '../pagination';
import { hasField, readerOf, readerWithRestOf, type RecordOf, type Rest, type With } from '../read-record';
import {
  also,
  anyObject,
  id,
  integer,
  listOf,
  number,
  object,
  optional,
  orNull,
  text,
  timestamp,
  version,
} from '../schema';

/** Only the service knows the grammar of a tree: https://docs.tracedata.ai/api/lists/. */
export const definition = object({ registry_version: version, tree: orNull(anyObject) });

function listWith<D extends TProperties>(fields: D) {
  const named = { list_id: also(id(text), 'id'), name: text, access_level: text };
  return object({ ...named, ...fields, created_at: timestamp, updated_at: timestamp });
}

export const savedList = listWith({ definition: orNull(definition) });
export const listsPage = pageOf(listWith({ definition: optional(orNull(definition)) }));

export const member = object({
  domain: also(text, 'primary_domain'),
  name: also(orNull(text), 'company_name'),
  slug: orNull(text),
  tier: text,
  score: orNull(number),
});
export const membersPage = object({
  members: listOf(member),
  total: also(integer, 'total_count', 'total_results'),
  limit: integer,
  offset: integer,
});
export const tierCounts = object({ high: integer, medium: integer, exploratory: integer });
export const previewCount = object({
  count: also(integer, 'member_count', 'total', 'total_results', 'estimated_count'),
});

/** A saved list, named like the fields of functions; `null` for what the API does not say. */
export type SavedList = Readonly<With<Omit<RecordOf<typeof savedList>, 'definition'>, 'list_id'> & Rest> & {
  readonly definition: Definition | null;
};

/** The conditions that decide which companies belong to a list: a tree in the service's own grammar. */
export type Definition = With<Readonly<RecordOf<typeof definition> & Rest>, 'tree'>;

/** A company of a list. */
export type Member = Readonly<RecordOf<typeof member> & Rest>;

interface MembersPage {
  readonly members: readonly Member[];
  /** How many rows the page had, including unusable ones: the next page begins after them. */
  readonly rows: number;
  readonly total: number | null;
}

/** How many members each tier has. */
export type TierCounts = Readonly<RecordOf<typeof tierCounts> & Rest>;

const readListFields = readerWithRestOf(savedList);
const readDefinitionFields = readerWithRestOf(definition);
const readMemberFields = readerWithRestOf(member);
const readCompanyOf = readerOf(member);
const readTotal = readerOf(object({ total: membersPage.properties.total }));
const readTiers = readerWithRestOf(tierCounts);
const readCounted = readerOf(previewCount);

const MEMBER_LISTS = ['members', 'data', 'companies', 'results', 'items'];

/** One list, bare or wrapped in `data` or `list`; `null` if the body holds none with an id. */
export function readSavedList(body: unknown): SavedList | null {
  for (const item of layersOf(body, ['data', 'list'])) {
    const read = readListFields(item);
    if (hasField(read, 'list_id')) return { ...read, definition: readDefinition(read.definition) };
  }
  return null;
}

interface ListsPage {
  readonly lists: readonly SavedList[];
  readonly rows: number;
  readonly pagination: Pagination | null;
}

/** One page of the lists. Lists without an id cannot be opened and are left out. */
export function readListsPage(body: unknown): ListsPage | null {
  const rows = readRows(body, ['data', 'lists', 'results', 'items']);
  if (rows === null) return null;
  return {
    lists: rows.map(readSavedList).filter((list) => list !== null),
    rows: rows.length,
    pagination: readPagination(body),
  };
}

/** A definition, bare or wrapped in `data` or `definition`; `null` if there is no tree. */
export function readDefinition(body: unknown): Definition | null {
  for (const item of layersOf(body, ['definition', 'data'])) {
    const read = readDefinitionFields(item);
    if (hasField(read, 'tree')) return read;
  }
  return null;
}

/** How many companies a definition finds, bare or wrapped in `data`; `null` if the answer has no count. */
export function readPreviewCount(body: unknown): number | null {
  for (const item of layersOf(body, ['data'])) {
    const { count } = readCounted(item);
    if (count !== null) return count;
  }
  return readCount(body);
}

/** The members of each tier, bare or wrapped in `data`, `counts` or `tiers`; `null` if there are none. */
export function readTierCounts(body: unknown): TierCounts | null {
  for (const item of layersOf(body, ['data', 'counts', 'tier_counts', 'tiers'])) {
    const read = readTiers(item);
    if (read.high !== null || read.medium !== null || read.exploratory !== null) return read;
  }
  return null;
}

/** One page of the members. Entries without a domain, name or slug are left out. */
export function readMembersPage(body: unknown): MembersPage | null {
  const rows = readRows(body, MEMBER_LISTS);
  if (rows === null) return null;
  const outer = readObject(body) ?? {};
  const { total } = readTotal(outer);
  return {
    members: rows.map(readMember).filter((read) => read !== null),
    rows: rows.length,
    total: total ?? readCount(readObject(outer['data'])?.['total']) ?? readPagination(body)?.totalResults ?? null,
  };
}

/** What a member does not say of its company, an object inside it may. */
function readMember(value: unknown): Member | null {
  const item: JsonObject = readObject(value) ?? { domain: value };
  const read = readMemberFields(item);
  const company = readCompanyOf(readObject(item['company']) ?? {});
  read.domain ??= company.domain;
  read.name ??= company.name;
  read.slug ??= company.slug;
  return read.domain === null && read.name === null && read.slug === null ? null : read;
}

/** The rows of a list, bare, under one of its names, or under one of them in `data`. */
function readRows(body: unknown, names: readonly string[]): readonly unknown[] | null {
  const bare = readArray(body);
  if (bare !== null) return bare;
  const outer = readObject(body);
  if (outer === null) return null;
  return readArray(firstOf(outer, names)) ?? readArray(firstOf(readObject(outer['data']) ?? {}, names));
}

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

const readCatalogue = readerOf(filterFields);
const readFieldOf = readerWithRestOf(filterField);

/** Reads the catalogue, bare or wrapped in `data`. Fields without a name are left out. */
export function readFilterFields(body: unknown): FilterFields | null {
  for (const item of layersOf(body, ['data'])) {
    const { registry_version, fields } = readCatalogue(item);
    if (registry_version === null && fields === null) continue;
    return { registry_version, fields: fields?.map(readField).filter((field) => field !== null) ?? null };
  }
  return null;
}

function readField(value: unknown): FilterField | null {
  const item: JsonObject = readObject(value) ?? { name: value };
  const field = readFieldOf(item);
  if (!hasField(field, 'name')) return null;
  return { ...field, operators: (field.operators ?? []).map(readText).filter((operator) => operator !== null) };
}
