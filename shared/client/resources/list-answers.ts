import {
  firstOf,
  layersOf,
  readArray,
  readCount,
  readId,
  readNumber,
  readObject,
  readText,
  restOf,
  type JsonObject,
} from '../json';
import { readPagination, type Pagination } from '../pagination';

/** A saved list, named like the fields of functions; `null` for what the API does not say. */
export interface SavedList {
  readonly list_id: string;
  readonly name: string | null;
  /** The service's own word for what the key's owner may do with the list. */
  readonly access_level: string | null;
  readonly definition: Definition | null;
  readonly created_at: string | null;
  readonly updated_at: string | null;
  /** Other properties in the API's answer. */
  readonly rest?: JsonObject;
}

/** The conditions that decide which companies belong to a list: a tree in the service's own grammar. */
export interface Definition {
  /** The version of the field catalogue that it was made with, unchanged. */
  readonly registry_version: string | number | null;
  readonly tree: JsonObject;
  readonly rest?: JsonObject;
}

/** A company of a list. */
export interface Member {
  readonly domain: string | null;
  readonly name: string | null;
  readonly slug: string | null;
  readonly tier: string | null;
  readonly score: number | null;
  readonly rest?: JsonObject;
}

interface MembersPage {
  readonly members: readonly Member[];
  /** How many rows the page had, including unusable ones: the next page begins after them. */
  readonly rows: number;
  readonly total: number | null;
}

/** How many members each tier has. */
export interface TierCounts {
  readonly high: number | null;
  readonly medium: number | null;
  readonly exploratory: number | null;
  readonly rest?: JsonObject;
}

const LIST_FIELDS = ['list_id', 'id', 'name', 'access_level', 'definition', 'created_at', 'updated_at'];
const MEMBER_FIELDS = ['domain', 'primary_domain', 'name', 'company_name', 'slug', 'tier', 'score'];
const MEMBER_LISTS = ['members', 'data', 'companies', 'results', 'items'];

/** One list, bare or wrapped in `data` or `list`; `null` if the body holds none with an id. */
export function readSavedList(body: unknown): SavedList | null {
  for (const item of layersOf(body, ['data', 'list'])) {
    const list_id = readId(firstOf(item, ['list_id', 'id']));
    if (list_id === null) continue;
    return {
      list_id,
      name: readText(item['name']),
      access_level: readText(item['access_level']),
      definition: readDefinition(item['definition']),
      created_at: readText(item['created_at']),
      updated_at: readText(item['updated_at']),
      ...restOf(item, LIST_FIELDS),
    };
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
    const tree = readObject(item['tree']);
    if (tree === null) continue;
    const registry_version = readVersion(item['registry_version']);
    return { registry_version, tree, ...restOf(item, ['registry_version', 'tree']) };
  }
  return null;
}

/** The version of a field catalogue, a number or a text, to be sent back unchanged. */
export function readVersion(value: unknown): string | number | null {
  return typeof value === 'number' ? readNumber(value) : readText(value);
}

/** How many companies a definition finds, bare or wrapped in `data`; `null` if the answer has no count. */
export function readPreviewCount(body: unknown): number | null {
  for (const item of layersOf(body, ['data'])) {
    const count = readCount(firstOf(item, ['count', 'member_count', 'total', 'total_results', 'estimated_count']));
    if (count !== null) return count;
  }
  return readCount(body);
}

/** The members of each tier, bare or wrapped in `data`, `counts` or `tiers`; `null` if there are none. */
export function readTierCounts(body: unknown): TierCounts | null {
  for (const item of layersOf(body, ['data', 'counts', 'tier_counts', 'tiers'])) {
    const counts = {
      high: readCount(item['high']),
      medium: readCount(item['medium']),
      exploratory: readCount(item['exploratory']),
    };
    if (Object.values(counts).some((count) => count !== null))
      return { ...counts, ...restOf(item, Object.keys(counts)) };
  }
  return null;
}

/** One page of the members. Entries without a domain, name or slug are left out. */
export function readMembersPage(body: unknown): MembersPage | null {
  const rows = readRows(body, MEMBER_LISTS);
  if (rows === null) return null;
  const outer = readObject(body) ?? {};
  const total = readCount(firstOf(outer, ['total', 'total_count', 'total_results']));
  return {
    members: rows.map(readMember).filter((member) => member !== null),
    rows: rows.length,
    total: total ?? readCount(readObject(outer['data'])?.['total']) ?? readPagination(body)?.totalResults ?? null,
  };
}

function readMember(value: unknown): Member | null {
  const item = readObject(value) ?? { domain: value };
  const company = readObject(item['company']) ?? {};
  const told = (names: readonly string[]): string | null =>
    readText(firstOf(item, names)) ?? readText(firstOf(company, names));
  const domain = told(['domain', 'primary_domain']);
  const name = told(['name', 'company_name']);
  const slug = told(['slug']);
  if (domain === null && name === null && slug === null) return null;
  const { tier, score } = item;
  return { domain, name, slug, tier: readText(tier), score: readNumber(score), ...restOf(item, MEMBER_FIELDS) };
}

/** The rows of a list, bare, under one of its names, or under one of them in `data`. */
function readRows(body: unknown, names: readonly string[]): readonly unknown[] | null {
  const bare = readArray(body);
  if (bare !== null) return bare;
  const outer = readObject(body);
  if (outer === null) return null;
  return readArray(firstOf(outer, names)) ?? readArray(firstOf(readObject(outer['data']) ?? {}, names));
}
