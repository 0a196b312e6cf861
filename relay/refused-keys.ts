import { toDigits } from '../shared/api';

const MINUTE_MS = 60_000;
const MAX_SOURCES = 10_000;
const MAX_KEYS = 10_000;
/** 72 bits with a secret seed, from which no key can be recovered. */
const CODE_LENGTH = 12;

interface Refusals {
  count: number;
  readonly sinceMs: number;
}

/**
 * Slows down clients that try one key after another. Users behind one address share its count, so keys that have
 * worked are never held up by others that have not.
 */
export class RefusedKeys {
  private readonly refusals = new Map<string, Refusals>();
  private readonly worked = new Set<string>();

  /** @param secret prevents what is stored about keys from revealing anything about them */
  constructor(
    private readonly maxAMinute: number,
    private readonly secret: string,
  ) {}

  /** How long to wait, in seconds; 0: the key may be tried. */
  waitSeconds(source: string, apiKey: string, nowMs: number): number {
    const refusals = this.refusals.get(source);
    if (refusals === undefined) return 0;
    const leftMs = refusals.sinceMs + MINUTE_MS - nowMs;
    if (leftMs <= 0) this.refusals.delete(source);
    if (leftMs <= 0 || refusals.count < this.maxAMinute || this.worked.has(this.codeOf(apiKey))) return 0;
    return Math.ceil(leftMs / 1_000);
  }

  noteRefused(source: string, apiKey: string, nowMs: number): void {
    this.worked.delete(this.codeOf(apiKey));
    const refusals = this.refusals.get(source);
    if (refusals !== undefined && nowMs < refusals.sinceMs + MINUTE_MS) refusals.count += 1;
    else keep(this.refusals, source, { count: 1, sinceMs: nowMs }, MAX_SOURCES);
  }

  /** Called when counters outside this process have reached the limit. */
  slowDown(source: string, nowMs: number): void {
    keep(this.refusals, source, { count: this.maxAMinute, sinceMs: nowMs }, MAX_SOURCES);
  }

  noteWorked(apiKey: string): void {
    const code = this.codeOf(apiKey);
    if (this.worked.has(code)) return;
    const [oldest] = this.worked;
    if (this.worked.size >= MAX_KEYS && oldest !== undefined) this.worked.delete(oldest);
    this.worked.add(code);
  }

  private codeOf(apiKey: string): string {
    return toDigits(`${this.secret} ${apiKey}`, CODE_LENGTH);
  }
}

function keep<V>(map: Map<string, V>, name: string, value: V, maxSize: number): void {
  map.delete(name);
  const [oldest] = map.keys();
  if (map.size >= maxSize && oldest !== undefined) map.delete(oldest);
  map.set(name, value);
}

/** An address as it is counted: the owner of an IPv6 address has all addresses that begin with the same 64 bits. */
export function toSource(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (!plain.includes(':')) return plain;
  const [start = [], end] = plain.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const zeros = end === undefined ? [] : Array<string>(8 - start.length - end.length).fill('0');
  return [...start, ...zeros, ...(end ?? [])].slice(0, 4).join(':');
}
