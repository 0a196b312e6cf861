import {
  addToBucket,
  type CacheBucket,
  chunkKeys,
  standsAlone,
  toBucketName,
  toCacheValue,
  tryReadBuckets,
} from '../stored/document-cache';
import { sharedCache } from '../stored/google-stores';

/** The longest time that Google keeps an item. */
const KEEP_SECONDS = 21_600;

/**
 * How many items are written together. No page documents how long one call takes or how much it accepts, and a failed
 * call loses only its own items.
 */
const ITEMS_AT_ONCE = 50;
const CHARACTERS_AT_ONCE = 2_000_000;

/**
 * Longer texts, such as large tables, are cut, so that none fills a bucket: 72 KB if each character takes three
 * bytes.
 */
const CHUNK_LENGTH = 24_000;

/** The expected time for one piece, until one has taken longer. */
const USUAL_PIECE_MS = 2_000;

interface Waiting {
  readonly text: string;
  readonly expiresAtMs: number;
}

/** A text, or a part of one. */
interface Entry extends Waiting {
  /** The key of the whole text. */
  readonly key: string;
  readonly chunkKey: string;
}

/**
 * What a run of the script adds to the cache. Google takes time for each item, so records and shown answers wait here
 * until they can be written together.
 */
export class CacheWrites {
  private readonly waiting = new Map<string, Waiting>();

  /** How many texts wait. */
  get size(): number {
    return this.waiting.size;
  }

  /** Adds texts. Those that have an item of their own are written immediately. */
  add(entries: ReadonlyMap<string, string>, keepForSeconds: number): void {
    const expiresAtMs = Date.now() + keepForSeconds * 1_000;
    const alone = new Map<string, CacheBucket>();
    for (const [key, text] of entries) {
      if (standsAlone(key)) alone.set(toBucketName(key), new Map([[key, { text, expiresAtMs }]]));
      else this.waiting.set(key, { text, expiresAtMs });
    }
    if (alone.size > 0) write(alone);
  }

  /** Merges what was read from the cache with what waits. */
  over(read: ReadonlyMap<string, string>, keys: readonly string[]): ReadonlyMap<string, string> {
    const found = keys.flatMap((key) => {
      const waits = this.waiting.get(key);
      return waits === undefined ? [] : [[key, waits.text] as const];
    });
    return found.length === 0 ? read : new Map([...read, ...found]);
  }

  /**
   * Writes what waits, in pieces. Items are read again first, so that what another formula wrote meanwhile is kept.
   * If two formulas write one item at the same moment, one text is lost and asked for again.
   *
   * @param untilMs when to stop; the rest stays waiting; milliseconds since 1970
   * @param beforePiece called before each piece
   */
  flush(untilMs = Infinity, beforePiece = (): void => undefined): void {
    const items = [...this.toItems()];
    let pieceMs = USUAL_PIECE_MS;
    while (items.length > 0) {
      const beganMs = Date.now();
      if (beganMs + pieceMs > untilMs) break;
      beforePiece();
      writePiece(items.splice(0, ITEMS_AT_ONCE));
      pieceMs = Math.max(pieceMs, Date.now() - beganMs);
    }
    const left = new Set(items.flatMap(([, entries]) => entries.map(({ key }) => key)));
    for (const key of [...this.waiting.keys()]) if (!left.has(key)) this.waiting.delete(key);
  }

  /** What waits, by the item that will contain it. */
  private toItems(): ReadonlyMap<string, readonly Entry[]> {
    const items = new Map<string, Entry[]>();
    for (const [key, { text, expiresAtMs }] of this.waiting) {
      for (const [chunkKey, chunk] of inChunks(key, text)) {
        const name = toBucketName(chunkKey);
        const entries = items.get(name) ?? [];
        items.set(name, entries);
        entries.push({ key, chunkKey, text: chunk, expiresAtMs });
      }
    }
    return items;
  }
}

/** Adds to the cache immediately. */
export function writeCache(entries: ReadonlyMap<string, string>, keepForSeconds: number): void {
  const writes = new CacheWrites();
  writes.add(entries, keepForSeconds);
  writes.flush();
}

function inChunks(key: string, text: string): readonly (readonly [key: string, text: string])[] {
  if (text.length <= CHUNK_LENGTH) return [[key, text]];
  const count = Math.ceil(text.length / CHUNK_LENGTH);
  const stamp = Utilities.getUuid().slice(0, 8);
  const chunks = chunkKeys(key, count, stamp).map((chunk, index) => {
    return [chunk, text.slice(index * CHUNK_LENGTH, (index + 1) * CHUNK_LENGTH)] as const;
  });
  return [[key, `~${count} ${stamp}`], ...chunks];
}

function writePiece(items: readonly (readonly [name: string, entries: readonly Entry[]])[]): void {
  const names = items.map(([name]) => name);
  // Items that cannot be read stay as they are: writing them would lose their content.
  const buckets = tryReadBuckets(names) ?? tryReadBuckets(names);
  if (buckets === null) return;
  for (const [name, entries] of items) {
    const bucket: CacheBucket = buckets.get(name) ?? new Map();
    for (const { chunkKey, text, expiresAtMs } of entries) addToBucket(bucket, chunkKey, text, expiresAtMs);
    buckets.set(name, bucket);
  }
  write(buckets);
}

function write(buckets: ReadonlyMap<string, CacheBucket>): void {
  let values: Record<string, string> = {};
  let characters = 0;
  for (const [name, bucket] of buckets) {
    values[name] = toCacheValue(bucket);
    characters += values[name].length;
    if (characters < CHARACTERS_AT_ONCE) continue;
    putAll(values);
    values = {};
    characters = 0;
  }
  if (characters > 0) putAll(values);
}

function putAll(values: Record<string, string>): void {
  try {
    sharedCache()?.putAll(values, KEEP_SECONDS);
  } catch {
    // A text that was not saved is asked for again.
  }
}
