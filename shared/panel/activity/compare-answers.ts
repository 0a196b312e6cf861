import { firstOf, readArray, readCount, readNumber, readText } from '../../client/json';
import { readTechnologyList, type CompanyRecord } from '../../client/resources/companies';
import { readPartners } from '../../client/resources/partnerships';
import { titleOf } from '../lists/definition-words';

/** One difference between two answers about a company. */
export interface Change {
  readonly domain: string;
  readonly kind: 'technology' | 'partner' | 'fact';
  /** The name of a technology or partner, or a fact's title, such as `Employee count`. */
  readonly what: string;
  /** The category of a technology; `''`: it has none. */
  readonly category: string;
  readonly is: 'adopted' | 'dropped' | 'changed';
  /** `''` unless a fact changed. */
  readonly from: string | number;
  readonly to: string | number;
  /** The day it was first seen, last seen or found, as `2026-12-01`. */
  readonly seenOn: string;
}

/** What Trace answered about a company, and when, in milliseconds since 1970. */
export interface CompanyAnswer {
  readonly record: CompanyRecord;
  readonly asOfMs: number;
}

/** The facts that people follow. */
const FACTS = ['name', 'industry', 'employee_count', 'employee_range', 'country', 'city', 'partnership_count'];

/**
 * The differences between two answers about a company. A list that either answer cuts short says nothing about what is
 * missing from it, and what was seen after the newer answer's scan is not missing.
 */
export function compareAnswers(domain: string, before: CompanyAnswer, after: CompanyAnswer): readonly Change[] {
  const given = { domain, before, after };
  return [
    ...compareLists(given, 'technology', technologiesOf),
    ...compareLists(given, 'partner', partnersOf),
    ...compareFacts(given),
  ];
}

interface Compared {
  readonly domain: string;
  readonly before: CompanyAnswer;
  readonly after: CompanyAnswer;
}

interface Item {
  readonly name: string;
  readonly category: string;
  /** Each identifies the item in any case: services rename things, but rarely change every identifier at once. */
  readonly keys: readonly (string | null)[];
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

/** `null`: the answer has no such list. */
type List = { readonly items: readonly Item[]; readonly isComplete: boolean } | null;

function compareLists(
  { domain, before, after }: Compared,
  kind: 'technology' | 'partner',
  listOf: (record: CompanyRecord) => List,
): readonly Change[] {
  const [was, is] = [listOf(before.record), listOf(after.record)];
  if (was === null || is === null || !was.isComplete) return [];
  const { added, gone } = withoutRenamed(missingFrom(was.items, is.items), missingFrom(is.items, was.items));
  const toChange = ({ name, category }: Item): Omit<Change, 'is' | 'seenOn'> => {
    return { domain, kind, what: name, category, from: '', to: '' };
  };
  const adopted = added.map((item): Change => {
    return { ...toChange(item), is: 'adopted', seenOn: dayOf(item.firstSeen) ?? dayOf(after.asOfMs)! };
  });
  const scannedMs = scanOf(after);
  // Without a new scan, the service has only listed the old one differently.
  if (!is.isComplete || scannedMs <= scanOf(before)) return adopted;
  const dropped = gone
    .filter(({ lastSeen }) => (timeOf(lastSeen) ?? before.asOfMs) < scannedMs)
    .map((item): Change => {
      return { ...toChange(item), is: 'dropped', seenOn: dayOf(item.lastSeen) ?? dayOf(before.asOfMs)! };
    });
  return [...adopted, ...dropped];
}

/** When Trace last looked at the company for this answer, as far as it says. */
function scanOf({ record, asOfMs }: CompanyAnswer): number {
  return Math.min(asOfMs, timeOf(readText(record['last_crawled_at'])) ?? asOfMs);
}

/** The items that are not among the known ones. */
function missingFrom(known: readonly Item[], items: readonly Item[]): readonly Item[] {
  const keys = new Set<string>();
  for (const item of known) for (const key of item.keys) if (key !== null) keys.add(key.toLowerCase());
  return items.filter((item) => !item.keys.some((key) => key !== null && keys.has(key.toLowerCase())));
}

/** Leaves out what is missing under one name and new under another: it was first seen at the same time. */
function withoutRenamed(added: readonly Item[], gone: readonly Item[]) {
  const seen = new Set(added.map(({ firstSeen }) => firstSeen));
  const renamed = new Set(gone.flatMap(({ firstSeen }) => (seen.has(firstSeen) ? (firstSeen ?? []) : [])));
  const isOther = ({ firstSeen }: Item): boolean => firstSeen === null || !renamed.has(firstSeen);
  return { added: added.filter(isOther), gone: gone.filter(isOther) };
}

function compareFacts({ domain, before, after }: Compared): readonly Change[] {
  return FACTS.flatMap((field) => {
    const [from, to] = [factOf(before.record, field), factOf(after.record, field)];
    if (from === null || to === null || from === to) return [];
    const seenOn = dayOf(after.asOfMs)!;
    return [{ domain, kind: 'fact', what: titleOf(field), category: '', is: 'changed', from, to, seenOn }];
  });
}

function technologiesOf(record: CompanyRecord): List {
  const list = readTechnologyList(record);
  if (list === null) return null;
  const items = list.items.map(({ slug, name, category, first_detected_at, last_detected_at }) => {
    // No spread: it would give each object its own hidden class.
    return {
      name,
      category: category ?? '',
      keys: [slug, name],
      firstSeen: first_detected_at,
      lastSeen: last_detected_at,
    };
  });
  return { items, isComplete: list.isComplete };
}

function partnersOf(record: CompanyRecord): List {
  const listed = readArray(firstOf(record, ['partnerships', 'partners']));
  if (listed === null) return null;
  const items = readPartners(listed).map(({ slug, domain, name, first_observed_at, last_observed_at }) => {
    const seen = { firstSeen: first_observed_at, lastSeen: last_observed_at };
    return { name, category: '', keys: [slug, domain, name], ...seen };
  });
  const all = Math.max(listed.length, readCount(record['partnership_count']) ?? 0);
  return { items, isComplete: items.length >= all };
}

function factOf(record: CompanyRecord, field: string): string | number | null {
  const value = record[field];
  return typeof value === 'number' ? readNumber(value) : readText(value);
}

function timeOf(timestamp: string | null): number | null {
  const ms = Date.parse(timestamp ?? '');
  return Number.isNaN(ms) ? null : ms;
}

function dayOf(time: string | number | null): string | null {
  const ms = typeof time === 'number' ? time : timeOf(time);
  return ms === null ? null : new Date(ms).toISOString().slice(0, 10);
}
