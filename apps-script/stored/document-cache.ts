import { ACCOUNT_KEY, fnv1a } from '../../shared/formulas';
import { accountKeys } from '../../shared/panel';
import { sharedCache } from './google-stores';

/**
 * Google's cache keeps 1,000 items for a spreadsheet, and drops a tenth when there is one more
 * (https://developers.google.com/apps-script/reference/cache/cache). So answers share items, in buckets chosen by
 * key: a sheet of 10,000 companies then recalculates without new requests. A prime number spreads them evenly.
 */
const BUCKETS = 887;

/** Buckets that are read together: usually some hundred kilobytes, at most some megabytes. */
const BUCKETS_AT_ONCE = 100;

const WITHOUT_ACCOUNT = accountKeys('');
const OF_NO_ACCOUNT = ['!account', '!agreed'];
/** Matches `trace1|!agreed`, which has no account. */
const OF_NONE = /^trace\d+\|(!\w+)$/;
/** The end of a key names the company, for its record and for shown answers alike. */
const SUBJECT = /^trace\d+\|[^|]*\|(?:!shown\|)?(?:[^|]*\|)?([\s\S]*)$/;

/** Stored in place of a text that was cut: the number of chunks, and the id of the write. No JSON begins like this. */
const CUT = /^~(\d{1,3}) (\w+)$/;

/**
 * Reads the items of these keys, in one call. The returned function reads these keys, and the same ones of other
 * accounts, without another call unless a text was cut. A cache that is missing or fails counts as empty.
 */
export function openCache(keys: readonly string[]): (keys: readonly string[]) => ReadonlyMap<string, string> {
  const buckets = readBuckets(new Set(keys.map(toBucketName)));
  return (wanted) => joinChunks(findIn(buckets, wanted));
}

/** The cached texts at these keys. */
export function readCache(keys: readonly string[]): ReadonlyMap<string, string> {
  return openCache(keys)(keys);
}

/**
 * Reads texts that were cut, in one call for all.
 * @param found is changed
 */
function joinChunks(found: Map<string, string>): ReadonlyMap<string, string> {
  const cut = [...found].flatMap(([key, text]) => {
    const [, count, stamp = ''] = CUT.exec(text) ?? [];
    return count === undefined ? [] : [{ key, chunks: chunkKeys(key, Number(count), stamp) }];
  });
  if (cut.length === 0) return found;
  const chunksOfAll = cut.flatMap(({ chunks }) => chunks);
  const texts = findIn(readBuckets(new Set(chunksOfAll.map(toBucketName))), chunksOfAll);
  for (const { key, chunks } of cut) {
    if (chunks.every((chunk) => texts.has(chunk))) found.set(key, chunks.map((chunk) => texts.get(chunk)).join(''));
    else found.delete(key);
  }
  return found;
}

/** Counts the texts, except those that were cut, and their total length. */
export function countCache(): { readonly answers: number; readonly characters: number } {
  let [answers, characters] = [0, 0];
  const names = bucketNames();
  for (let start = 0; start < names.length; start += BUCKETS_AT_ONCE) {
    for (const bucket of readBuckets(new Set(names.slice(start, start + BUCKETS_AT_ONCE))).values()) {
      for (const [key, { text }] of bucket) {
        // Practice companies do not count as answers of Trace.
        if (key.startsWith(WITHOUT_ACCOUNT)) continue;
        characters += text.length;
        if (!key.includes('|!') && !key.includes('~')) answers += 1;
      }
    }
  }
  return { answers, characters };
}

export function clearCache(): void {
  dropItems(bucketNames());
}

/** Drops the cached account after the key or a permission changes. */
export function forgetKeptAccount(): void {
  dropItems([toBucketName(ACCOUNT_KEY)]);
}

/** @param names names of items in Google's cache, of any kind */
export function dropItems(names: string[]): void {
  try {
    sharedCache()?.removeAll(names);
  } catch {
    // They expire: calls and claims within half a minute, answers within hours.
  }
}

/** Google cannot list keys, so all possible names are listed. */
function bucketNames(): string[] {
  return [...Array<unknown>(BUCKETS).keys(), ...OF_NO_ACCOUNT].map((name) => `trace|${name}`);
}

function findIn(buckets: ReadonlyMap<string, CacheBucket>, keys: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const key of keys) {
    const entry = buckets.get(toBucketName(key))?.get(key);
    if (entry !== undefined) found.set(key, entry.text);
  }
  return found;
}

export function chunkKeys(key: string, count: number, stamp: string): readonly string[] {
  return Array.from({ length: count }, (_part, index) => `${key}~${stamp}${index}`);
}

function readBuckets(names: ReadonlySet<string>): Map<string, CacheBucket> {
  return tryReadBuckets([...names]) ?? new Map();
}

/** `null`: the cache cannot be read now. */
export function tryReadBuckets(names: string[]): Map<string, CacheBucket> | null {
  const nowMs = Date.now();
  try {
    const values: object = sharedCache()?.getAll(names) ?? {};
    return new Map(Object.entries(values).map(([name, value]) => [name, readBucket(String(value), nowMs)]));
  } catch {
    return null;
  }
}

/**
 * The bucket of a key. It is the same for every account, and for everything saved about one company, so that a
 * formula reads few items. Texts without an account have an item of their own.
 */
export function toBucketName(key: string): string {
  return `trace|${OF_NONE.exec(key)?.[1] ?? (fnv1a(SUBJECT.exec(key)?.[1] ?? key) >>> 0) % BUCKETS}`;
}

/** Whether a key has an item of its own, so that writing it loses nothing else. */
export function standsAlone(key: string): boolean {
  return OF_NONE.test(key);
}

/** A text saved under one key. */
interface Entry {
  readonly expiresAtMs: number;
  readonly text: string;
}

/** Several saved texts in one value of Google's cache, by key, newest last. */
export type CacheBucket = Map<string, Entry>;

/** 100 KB: https://developers.google.com/apps-script/reference/cache/cache. */
const MAX_VALUE_BYTES = 102_400;

/** Never part of keys or texts, which are JSON. */
const SEPARATOR = '\n';
const LINES_PER_ENTRY = 3;

/**
 * Reads a bucket, and drops damaged and expired entries.
 * @internal tests read what the cache stores
 */
export function readBucket(value: string, nowMs: number): CacheBucket {
  const lines = value.split(SEPARATOR);
  const bucket: CacheBucket = new Map();
  for (let at = 0; at + LINES_PER_ENTRY <= lines.length; at += LINES_PER_ENTRY) {
    const [key, expires, text] = lines.slice(at, at + LINES_PER_ENTRY);
    const expiresAtMs = Number(expires);
    if (key !== undefined && text !== undefined && expiresAtMs > nowMs) bucket.set(key, { expiresAtMs, text });
  }
  return bucket;
}

/** Adds a text as the newest. A text that contains the separator is dropped. */
export function addToBucket(bucket: CacheBucket, key: string, text: string, expiresAtMs: number): void {
  bucket.delete(key);
  if (!key.includes(SEPARATOR) && !text.includes(SEPARATOR)) bucket.set(key, { expiresAtMs, text });
}

/** The value for a bucket. If it does not fit one cache value, the oldest texts are dropped. */
export function toCacheValue(bucket: CacheBucket): string {
  const kept: string[] = [];
  let leftBytes = MAX_VALUE_BYTES;
  for (const [key, { expiresAtMs, text }] of [...bucket].reverse()) {
    const written = [key, expiresAtMs, text].join(SEPARATOR);
    const bytes = countBytes(written) + 1;
    if (bytes > leftBytes) continue;
    leftBytes -= bytes;
    kept.push(written);
  }
  return kept.reverse().join(SEPARATOR);
}

const BEYOND_ASCII = /[^\0-\x7f]/g;

/** Counts UTF-8 bytes; Apps Script has no `TextEncoder`. */
function countBytes(text: string): number {
  let bytes = text.length;
  for (const unit of text.match(BEYOND_ASCII) ?? []) {
    // Half of a surrogate pair; two halves make four bytes.
    const isHalf = unit >= '\ud800' && unit <= '\udfff';
    bytes += unit < '\u0800' || isHalf ? 1 : 2;
  }
  return bytes;
}
