import { DAY_MS } from '../shared/formulas';
import { toAscii } from './ascii-json';
import { MARK_BYTES, readOwn, toOwnText } from './own-text';
import { RETRY_PART } from './property-budget';
import { readShared, toShared, type Shared } from './shared-text';
import { inFileStore } from './try-store';

/** The formulas that one retry took out of their cells, in R1C1 notation, which stays correct where a cell moves. */
export interface JournalEntry {
  /** Eight hexadecimal digits. */
  readonly retry: string;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly formulas: readonly string[];
  /** As it was written, with the mark of the user who did. */
  readonly text?: string;
  /** Whether all of them are back: only a person's undo can bring their placeholders back. */
  readonly isDone?: true;
}

/** Formulas that are filled down are equal in R1C1 notation: each is kept once. */
interface Content {
  readonly startedAtMs: number;
  readonly formulas: readonly Shared[];
  readonly indexes: readonly number[];
}

/** What the entries have of the document's properties together: 500 KB for everything. */
const JOURNAL_BYTES = 32_000;
/** Google keeps 9 KB in one property: https://developers.google.com/apps-script/guides/services/quotas. */
const BYTES_PER_PROPERTY = 8_000;
const PREFIX = 'TRACE_RETRY_';
/**
 * The retries that are done, oldest first, as `["0123abcd", …]`: Ctrl+Z brings placeholders back, and people notice days
 * later. Their entries stay until then.
 */
const DONE = 'TRACE_RETRIED';
const DONE_FOR_MS = 3 * DAY_MS;

type Stored = Readonly<Record<string, string>>;

/** How a block is divided: so many of its formulas go first, and the rest begins where it can. */
interface Share {
  readonly fit: number;
  readonly rest: number;
  /** Whether those between would fit in another run. */
  readonly isFull: boolean;
}

/**
 * How many of the formulas fit into the journal beside the other retries of the same run, which one Ctrl+Z after the
 * other brings back too. The rest begins after a formula that is too long for the whole journal, and nowhere where the
 * room is used up.
 *
 * @param run the retries of this run
 */
export function shareOf(formulas: readonly string[], run: readonly string[]): Share {
  const stored = inFileStore((properties) => properties.getProperties());
  const room = run.reduce((left, retry) => left - lengthOf(stored, retry), JOURNAL_BYTES);
  let [fit, tooMany] = [0, formulas.length + 1];
  while (tooMany - fit > 1) {
    const middle = (fit + tooMany) >> 1;
    if (journalBytes(formulas.slice(0, middle)) > room) tooMany = middle;
    else fit = middle;
  }
  const isTooLong = journalBytes(formulas.slice(0, 1)) > JOURNAL_BYTES;
  const isFull = fit === 0 && !isTooLong;
  return { fit, rest: fit > 0 ? fit : isFull ? formulas.length : 1, isFull };
}

function journalBytes(formulas: readonly string[]): number {
  return toText({ startedAtMs: Date.now(), formulas }).length + MARK_BYTES;
}

/** Whether this user has taken these formulas out, and nobody has changed them since. */
export function isOwn({ text = '' }: JournalEntry): boolean {
  return readOwn('retry')(text);
}

/** Whoever opens Trace restores calls of Trace alone where it has no mark. */
function toSealedText(entry: JournalEntry): string {
  return toOwnText('retry', toText(entry));
}

/**
 * Written before a formula leaves its cell. The oldest retries that are done make room.
 *
 * @param run the retries of this run, which stay. Throws `storeQuota` or `storeRefused`
 */
export function writeJournal(entry: JournalEntry, run: readonly string[]): void {
  const text = toSealedText(entry);
  const parts: Record<string, string> = {};
  for (let part = 0; part * BYTES_PER_PROPERTY < text.length; part += 1) {
    const start = part * BYTES_PER_PROPERTY;
    parts[`${PREFIX}${entry.retry}_${part}`] = text.slice(start, start + BYTES_PER_PROPERTY);
  }
  inFileStore((properties) => {
    makeRoom(properties, text.length, run);
    properties.setProperties(parts);
  });
}

function makeRoom(properties: GoogleAppsScript.Properties.Properties, bytes: number, run: readonly string[]): void {
  const stored = properties.getProperties();
  const done = readDone(stored);
  let length = [...new Set([...done, ...run])].reduce((sum, retry) => sum + lengthOf(stored, retry), bytes);
  for (const retry of done) {
    if (run.includes(retry)) continue;
    const isOld = readEntries(stored, retry).every(({ startedAtMs }) => startedAtMs <= Date.now() - DONE_FOR_MS);
    if (length <= JOURNAL_BYTES && !isOld) continue;
    length -= lengthOf(stored, retry);
    for (const name of namesOf(stored, retry)) properties.deleteProperty(name);
  }
}

/** All entries: of retries under way, of interrupted ones, and of done ones. Anyone who may edit the file can have written them. */
export function readJournal(): readonly JournalEntry[] {
  const stored = inFileStore((properties) => properties.getProperties());
  const done = new Set(readDone(stored));
  const retries = new Set(Object.keys(stored).flatMap((name) => RETRY_PART.exec(name)?.[1] ?? []));
  return [...retries].flatMap((retry) =>
    readEntries(stored, retry).map((entry) => (done.has(retry) ? { ...entry, isDone: true as const } : entry)),
  );
}

/** Its entry stays for some days, as long as there is room for it. */
export function keepDone({ retry }: Pick<JournalEntry, 'retry'>): void {
  try {
    const properties = PropertiesService.getDocumentProperties();
    properties.setProperty(DONE, JSON.stringify([...readDone(properties.getProperties()), retry]));
  } catch {
    // It then counts as interrupted, and is removed once Trace is opened.
  }
}

/** Those that still have an entry. */
function readDone(stored: Stored): readonly string[] {
  try {
    const read = JSON.parse(stored[DONE] ?? '[]') as unknown;
    return Array.isArray(read)
      ? [...new Set(read.map(String))].filter((retry) => namesOf(stored, retry).length > 0)
      : [];
  } catch {
    return [];
  }
}

/** In their order. */
function namesOf(stored: Stored, retry: string): readonly string[] {
  const names = [0, 1, 2, 3].map((part) => `${PREFIX}${retry}_${part}`);
  return names.filter((name) => RETRY_PART.test(name) && name in stored);
}

function textOf(stored: Stored, retry: string): string {
  return namesOf(stored, retry)
    .map((name) => stored[name])
    .join('');
}

function lengthOf(stored: Stored, retry: string): number {
  return textOf(stored, retry).length;
}

/** An entry that Google refuses to delete does no harm: nothing waits for it any more. */
export function removeJournal({ retry }: Pick<JournalEntry, 'retry'>): void {
  try {
    const properties = PropertiesService.getDocumentProperties();
    for (const name of properties.getKeys()) if (name.startsWith(`${PREFIX}${retry}_`)) properties.deleteProperty(name);
  } catch {
    // A later retry removes it.
  }
}

/** Plain ASCII, so that its length is its size in bytes. */
function toText({ startedAtMs, formulas }: Pick<JournalEntry, 'startedAtMs' | 'formulas'>): string {
  const kept = [...new Set(formulas)];
  const places = new Map(kept.map((formula, index) => [formula, index]));
  const indexes = formulas.map((formula) => places.get(formula) ?? 0);
  const content: Content = { startedAtMs, formulas: toShared(kept), indexes };
  return toAscii(JSON.stringify(content));
}

/** Foreign content under our name is left alone. */
function readEntries(stored: Stored, retry: string): readonly JournalEntry[] {
  const text = textOf(stored, retry);
  try {
    const { startedAtMs, formulas, indexes } = JSON.parse(text) as { readonly [N in keyof Content]: unknown };
    if (typeof startedAtMs !== 'number' || !Array.isArray(formulas) || !Array.isArray(indexes)) return [];
    const kept = readShared(formulas);
    const formulaAt = (index: unknown): string => kept[index as number] ?? '';
    return [{ retry, startedAtMs, formulas: (indexes as readonly unknown[]).map(formulaAt), text }];
  } catch {
    return [];
  }
}
