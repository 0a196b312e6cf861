import { ACCOUNT_KEY, fnv1a } from '../shared/formulas';
import { accountKeys } from '../shared/panel';
import { addToBucket, readBucket, toCacheValue, type CacheBucket } from './cache-bucket';

/**
 * Google's cache keeps 1,000 items for a spreadsheet, and drops a tenth when there is one more
 * (https://developers.google.com/apps-script/reference/cache/cache). So answers share items, in buckets chosen by key:
 * a sheet of 10,000 companies then recalculates without new requests. A prime spreads them evenly.
 */
const BUCKETS = 887;

/** The longest time that Google keeps an item. */
const KEEP_SECONDS = 21_600;

/** Written together. No page documents how much one call accepts, and one that fails loses only its own items. */
const WRITTEN_CHARACTERS = 2_000_000;

/** Read together, and written: some hundred kilobytes as a rule, some megabytes at most. */
const BUCKETS_AT_ONCE = 100;

/**
 * Longer texts, for example of large tables, are cut, so that none fills a bucket: 72 KB where each character takes
 * three bytes.
 */
const PART_LENGTH = 24_000;
const OF_NOBODY = accountKeys('');
const OF_NO_ACCOUNT = ['!account', '!agreed'];
/**
 * `trace1
 * !agreed`, or what follows the account in `trace1
 * <account>
 * company
 * stripe.com`.
 */
const OF_ACCOUNT = /^trace\d+\|(?:(!\w+)$|[^|]*(\|.*))/s;

/** In place of a text: how many parts it was cut into, and by which writing. No JSON begins like this. */
const CUT = /^~(\d{1,3}) (\w+)$/;

/**
 * Reads the items of these keys, in one call. The returned function reads these keys, and the same ones of other
 * accounts, without another call unless a text was cut. A cache that is missing or fails is empty.
 */
export function openCache(keys: readonly string[]): (keys: readonly string[]) => ReadonlyMap<string, string> {
  const buckets = readBuckets(new Set(keys.map(toBucketName)));
  return (wanted) => joinParts(findIn(buckets, wanted));
}

/** The cached texts at these keys. */
export function readCache(keys: readonly string[]): ReadonlyMap<string, string> {
  return openCache(keys)(keys);
}

/**
 * Reads texts that were cut, in one call for all.
 * @param found is changed
 */
function joinParts(found: Map<string, string>): ReadonlyMap<string, string> {
  const cut = [...found].flatMap(([key, text]) => {
    const [, count, stamp = ''] = CUT.exec(text) ?? [];
    return count === undefined ? [] : [{ key, parts: partKeys(key, Number(count), stamp) }];
  });
  if (cut.length === 0) return found;
  const partsOfAll = cut.flatMap(({ parts }) => parts);
  const texts = findIn(readBuckets(new Set(partsOfAll.map(toBucketName))), partsOfAll);
  for (const { key, parts } of cut) {
    if (parts.every((part) => texts.has(part))) found.set(key, parts.map((part) => texts.get(part)).join(''));
    else found.delete(key);
  }
  return found;
}

/** How many texts there are, apart from those that were cut, and their total length. */
export function countCache(): { readonly answers: number; readonly characters: number } {
  let [answers, characters] = [0, 0];
  const names = bucketNames();
  for (let start = 0; start < names.length; start += BUCKETS_AT_ONCE) {
    for (const bucket of readBuckets(new Set(names.slice(start, start + BUCKETS_AT_ONCE))).values()) {
      for (const [key, { text }] of bucket) {
        // Practice companies are no answers of Trace.
        if (key.startsWith(OF_NOBODY)) continue;
        characters += text.length;
        if (!key.includes('|!') && !key.includes('~')) answers += 1;
      }
    }
  }
  return { answers, characters };
}

export function clearCache(): void {
  try {
    CacheService.getDocumentCache()?.removeAll(bucketNames());
  } catch {
    // Google drops it by itself within hours.
  }
}

/** Forgets what formulas go by that a new key, or a permission, has made untrue. */
export function forgetKeptAccount(): void {
  try {
    CacheService.getDocumentCache()?.remove(toBucketName(ACCOUNT_KEY));
  } catch {
    // It lapses within minutes.
  }
}

/** Google lists no keys. */
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

function inParts(key: string, text: string): readonly (readonly [key: string, text: string])[] {
  if (text.length <= PART_LENGTH) return [[key, text]];
  const count = Math.ceil(text.length / PART_LENGTH);
  const stamp = Utilities.getUuid().slice(0, 8);
  const parts = partKeys(key, count, stamp).map((part, index) => {
    return [part, text.slice(index * PART_LENGTH, (index + 1) * PART_LENGTH)] as const;
  });
  return [[key, `~${count} ${stamp}`], ...parts];
}

function partKeys(key: string, count: number, stamp: string): readonly string[] {
  return Array.from({ length: count }, (_part, index) => `${key}~${stamp}${index}`);
}

/**
 * Adds to the cache. Buckets are read again first, so that what another formula wrote meanwhile stays. If two write to
 * one bucket at the same moment, one is lost and asked for again.
 */
export function writeCache(entries: ReadonlyMap<string, string>, keepForSeconds: number): void {
  const expiresAtMs = Date.now() + keepForSeconds * 1_000;
  const perBucket = new Map<string, (readonly [key: string, text: string])[]>();
  for (const [key, text] of entries) {
    for (const part of inParts(key, text)) {
      const name = toBucketName(part[0]);
      perBucket.set(name, [...(perBucket.get(name) ?? []), part]);
    }
  }
  const names = [...perBucket.keys()];
  for (let start = 0; start < names.length; start += BUCKETS_AT_ONCE) {
    const piece = names.slice(start, start + BUCKETS_AT_ONCE);
    // Buckets that cannot be read stay as they are: writing them would lose what they hold.
    const buckets = tryReadBuckets(piece) ?? tryReadBuckets(piece);
    if (buckets === null) continue;
    for (const name of piece) {
      const bucket: CacheBucket = buckets.get(name) ?? new Map();
      for (const [key, text] of perBucket.get(name)!) addToBucket(bucket, key, text, expiresAtMs);
      buckets.set(name, bucket);
    }
    writeBuckets(buckets);
  }
}

function writeBuckets(buckets: ReadonlyMap<string, CacheBucket>): void {
  let part: Record<string, string> = {};
  let characters = 0;
  for (const [name, bucket] of buckets) {
    part[name] = toCacheValue(bucket);
    characters += part[name].length;
    if (characters < WRITTEN_CHARACTERS) continue;
    write(part);
    part = {};
    characters = 0;
  }
  if (characters > 0) write(part);
}

function readBuckets(names: ReadonlySet<string>): Map<string, CacheBucket> {
  return tryReadBuckets([...names]) ?? new Map();
}

/** `null`: the cache cannot be read just now. */
function tryReadBuckets(names: string[]): Map<string, CacheBucket> | null {
  const nowMs = Date.now();
  try {
    const values: object = CacheService.getDocumentCache()?.getAll(names) ?? {};
    return new Map(Object.entries(values).map(([name, value]) => [name, readBucket(String(value), nowMs)]));
  } catch {
    return null;
  }
}

function write(values: Record<string, string>): void {
  try {
    CacheService.getDocumentCache()?.putAll(values, KEEP_SECONDS);
  } catch {
    // A text that was not saved is asked for again.
  }
}

/** The same for every account. Texts without an account have an item of their own. */
function toBucketName(key: string): string {
  const [, ofNone, ofAccount = key] = OF_ACCOUNT.exec(key) ?? [];
  return `trace|${ofNone ?? (fnv1a(ofAccount) >>> 0) % BUCKETS}`;
}
