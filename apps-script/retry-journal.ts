import { DAY_MS } from '../shared/formulas';
import { MARK_BYTES, readOwn, toOwnText } from './own-text';
import { toAscii } from './seal';
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
interface Stored {
  readonly startedAtMs: number;
  readonly formulas: readonly string[];
  readonly indexes: readonly number[];
}

/** One retry block's share of the document's properties, 500 KB for everything. */
export const JOURNAL_BYTES = 24_000;
/** Google keeps 9 KB in one property: https://developers.google.com/apps-script/guides/services/quotas. */
const BYTES_PER_PROPERTY = 8_000;
const PREFIX = 'TRACE_RETRY_';
/**
 * The retries that are done, newest last, as `[[retry, the text of its entry], …]`: Ctrl+Z brings placeholders back, and
 * people notice days later.
 */
const DONE = 'TRACE_RETRIED';
const DONE_FOR_MS = 3 * DAY_MS;
/** An entry has no more parts than its bytes need. */
const NAME = /^TRACE_RETRY_([0-9a-f]{8})_([0-2])$/;

/** How many bytes an entry takes. */
export function journalBytes(entry: JournalEntry): number {
  return toText(entry).length + MARK_BYTES;
}

/** Whether this user has taken these formulas out, and nobody has changed them since. */
export function isOwn({ text = '' }: JournalEntry): boolean {
  return readOwn('retry')(text);
}

/** Whoever opens Trace restores calls of Trace alone where it has no mark. */
function toSealedText(entry: JournalEntry): string {
  return toOwnText('retry', toText(entry));
}

/** Written before a formula leaves its cell. */
export function writeJournal(entry: JournalEntry): void {
  const text = toSealedText(entry);
  const parts: Record<string, string> = {};
  for (let part = 0; part * BYTES_PER_PROPERTY < text.length; part += 1) {
    const start = part * BYTES_PER_PROPERTY;
    parts[`${PREFIX}${entry.retry}_${part}`] = text.slice(start, start + BYTES_PER_PROPERTY);
  }
  inFileStore((properties) => properties.setProperties(parts));
}

/** All entries: of retries under way, and of interrupted ones. Anyone who may edit the file can have written them. */
export function readJournal(): readonly JournalEntry[] {
  const parts = new Map<string, string[]>();
  const properties = inFileStore((properties) => properties.getProperties());
  for (const [name, text] of Object.entries(properties)) {
    const [, retry, part] = NAME.exec(name) ?? [];
    if (retry === undefined || part === undefined) continue;
    const texts = parts.get(retry) ?? [];
    texts[Number(part)] = text;
    parts.set(retry, texts);
  }
  const under = [...parts].flatMap(([retry, texts]) => readEntry(retry, texts.join('')));
  const done = readDone(properties[DONE]).flatMap(([retry, text]) => readEntry(retry, text));
  return [...under, ...done.map((entry) => ({ ...entry, isDone: true as const }))];
}

/** Remembers a retry that is over for some days, as long as there is room for it. Call it before {@link removeJournal}. */
export function keepDone(entry: JournalEntry): void {
  try {
    const properties = PropertiesService.getDocumentProperties();
    const before = readDone(properties.getProperty(DONE)).filter(([retry, text]) =>
      readEntry(retry, text).some(({ startedAtMs }) => startedAtMs > entry.startedAtMs - DONE_FOR_MS),
    );
    const kept = [...before, [entry.retry, toSealedText(entry)] as const];
    while (JSON.stringify(kept).length > BYTES_PER_PROPERTY) kept.shift();
    if (kept.length > 0) properties.setProperty(DONE, JSON.stringify(kept));
  } catch {
    // Undoing the retry then leaves placeholders, which say what to do.
  }
}

function readDone(text: string | null | undefined): readonly (readonly [retry: string, text: string])[] {
  try {
    const read = JSON.parse(text ?? '[]') as unknown;
    const isEntry = (each: unknown): each is [string, string] =>
      Array.isArray(each) && /^[0-9a-f]{8}$/.test(String(each[0])) && typeof each[1] === 'string';
    return Array.isArray(read) ? read.filter(isEntry) : [];
  } catch {
    return [];
  }
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
function toText({ startedAtMs, formulas }: JournalEntry): string {
  const kept = [...new Set(formulas)];
  const places = new Map(kept.map((formula, index) => [formula, index]));
  const stored: Stored = { startedAtMs, formulas: kept, indexes: formulas.map((formula) => places.get(formula) ?? 0) };
  return toAscii(JSON.stringify(stored));
}

/** Foreign content under our name is left alone. */
function readEntry(retry: string, text: string): readonly JournalEntry[] {
  try {
    const { startedAtMs, formulas, indexes } = JSON.parse(text) as { readonly [N in keyof Stored]: unknown };
    if (typeof startedAtMs !== 'number' || !Array.isArray(formulas) || !Array.isArray(indexes)) return [];
    const kept = formulas as readonly unknown[];
    const formulaAt = (index: unknown): string => {
      const formula = kept[index as number];
      return typeof formula === 'string' ? formula : '';
    };
    return [{ retry, startedAtMs, formulas: (indexes as readonly unknown[]).map(formulaAt), text }];
  } catch {
    return [];
  }
}
