/** What is saved under one key. */
interface Entry {
  readonly expiresAtMs: number;
  readonly text: string;
}

/** Several saved texts in one value of Google's cache, by key, newest last. */
export type CacheBucket = Map<string, Entry>;

/** 100 KB: https://developers.google.com/apps-script/reference/cache/cache. */
const MAX_VALUE_BYTES = 102_400;

/** Keys and texts (JSON) contain none. */
const SEPARATOR = '\n';
const LINES_PER_ENTRY = 3;

/** Damaged and expired entries are dropped. */
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

/** Adds a text as the newest. One that could not be told from its neighbors is dropped. */
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

/** In UTF-8; Apps Script has no `TextEncoder`. */
function countBytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Half of a surrogate pair: two of them make four bytes.
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x80 ? 0 : unit < 0x800 || isHalf ? 1 : 2;
  }
  return bytes;
}
