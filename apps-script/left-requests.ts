import { FUNCTIONS, hasApiKey } from '../shared/formulas';
import type { KnownFormula } from '../shared/ports';
import { dropItems } from './document-cache';

/**
 * What formulas want that wait for another one to fetch: each leaves its call in items of the cache, where whoever
 * fetches finds it, however the formula is written. Anyone who may edit the file could leave calls there too. They
 * count no more than a formula in a cell: the functions read them as they read any, and every limit holds.
 */

/** With the items of answers fewer than the thousand that Google keeps. */
const PLACES = 96;
/** As long as a formula may run. */
const LASTS_SECONDS = 30;
/** In characters. */
const LONGEST = 2_000;
/** Calls of whole columns fetch for themselves. */
const MOST_CELLS = 10;

const IDS: ReadonlySet<unknown> = new Set(FUNCTIONS.map(({ id }) => id));

/** The call of one formula, which stands where {@link readLeft} finds it while the formula waits. */
interface LeftRequest {
  /** Leaves it, or leaves it again. */
  readonly leave: () => void;
  /** So that nobody pays for it once nobody waits: its input may be corrected, or the limit raised that it met. */
  readonly takeBack: () => void;
}

export function makeLeft({ id, args }: KnownFormula): LeftRequest {
  let keys: string[] = [];
  let text = '';
  return {
    leave() {
      text = JSON.stringify([Date.now(), id, args]);
      // A date would arrive as a text.
      const hasDate = args.flat(2).some((value) => typeof value === 'object' && value !== null);
      // Everybody who may edit the file can read the cache, and a key may have been pasted into a cell.
      if (text.length > LONGEST || isLong(args) || hasDate || hasApiKey(String(args))) return;
      // One of them may be overwritten; rarely all are.
      if (keys.length === 0) keys = [ownPlace(), anyPlace(), anyPlace()].map(toKey);
      try {
        const entries = Object.fromEntries(keys.map((key) => [key, text]));
        CacheService.getDocumentCache()?.putAll(entries, LASTS_SECONDS);
      } catch {
        // It is then fetched by itself.
      }
    },
    takeBack() {
      try {
        const values = readAt(keys);
        // Another formula may have taken one of its places.
        dropItems(keys.filter((key) => values[key] === text));
      } catch {
        // It lapses within half a minute.
      }
    },
  };
}

/** The calls that were left within the last half minute, each once. */
export function readLeft(): readonly KnownFormula[] {
  const nowMs = Date.now();
  try {
    const found = [...new Set(Object.values(readAt(allKeys())).map(String))].map((text) => readRequest(text, nowMs));
    return found.filter((each): each is KnownFormula => each !== null);
  } catch {
    return [];
  }
}

/** For a key that changes: the next one does not pay for what formulas wanted before. Those that still wait ask again. */
export function forgetLeft(): void {
  dropItems(allKeys());
}

function readAt(keys: string[]): Readonly<Record<string, unknown>> {
  return (CacheService.getDocumentCache()?.getAll(keys) ?? {}) as Readonly<Record<string, unknown>>;
}

/** `null`: no call, or an old one. */
function readRequest(text: string, nowMs: number): KnownFormula | null {
  try {
    const [atMs, id, args] = text.length > LONGEST ? [] : (JSON.parse(text) as readonly unknown[]);
    const isRecent = typeof atMs === 'number' && Math.abs(nowMs - atMs) < LASTS_SECONDS * 1_000;
    if (!isRecent || !IDS.has(id) || !Array.isArray(args) || isLong(args)) return null;
    return { id: id as KnownFormula['id'], args };
  } catch {
    return null;
  }
}

function isLong(args: readonly unknown[]): boolean {
  return args.flat(2).length > MOST_CELLS;
}

/** Neighbors calculate at the same time, so each row has a place of its own. */
function ownPlace(): number {
  try {
    const cell = SpreadsheetApp.getActiveRange();
    return cell === null ? 0 : (cell.getRow() + 37 * cell.getColumn()) % PLACES;
  } catch {
    return 0;
  }
}

function anyPlace(): number {
  return Math.floor(Math.random() * PLACES);
}

function allKeys(): string[] {
  return [...Array(PLACES).keys()].map(toKey);
}

function toKey(place: number): string {
  return `trace|!left${place}`;
}
