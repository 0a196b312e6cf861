import type { BulkMessages } from '../bulk-messages';
import { KEY_STORE } from '../account';
import { sealFor } from '../seal';
import { inUserStore } from '../try-store';

/** A user property: `[spreadsheet, run, sequence]` for each file with a run of the user's, latest last. */
const PROPERTY = 'TRACE_RUNS';
/** So that they fit a property. */
const MOST_FILES = 60;

type Entry = readonly [file: string, run: string, sequence: number];

/**
 * The user's secret for this spreadsheet, with which the page signs a journal, and the run that was last signed here.
 * It does not reveal the user's main secret.
 */
export function readRunSeal(): BulkMessages['bulkSeal']['value'] {
  const { accountId, sealKey } = KEY_STORE.read();
  const file = fileId();
  const [, run, sequence] = readEntries().find(([id]) => id === file) ?? [];
  const newest = run === undefined || sequence === undefined ? null : ([run, sequence] as const);
  return { secret: sealFor({ id: accountId ?? '', sealKey: sealKey ?? '' })('journal', file), newest };
}

/**
 * Saves what was signed last.
 * @param signed `null`: the user has no run here any more
 */
export function keepSequence(signed: readonly [run: string, sequence: number] | null): void {
  const file = fileId();
  const before = readEntries();
  const others = before.filter(([id]) => id !== file);
  if (signed === null && others.length === before.length) return;
  const entries = signed === null ? others : [...others, [file, ...signed] as const];
  inUserStore((properties) => {
    if (entries.length === 0) properties.deleteProperty(PROPERTY);
    else properties.setProperty(PROPERTY, JSON.stringify(entries.slice(-MOST_FILES)));
  });
}

function readEntries(): readonly Entry[] {
  const text = inUserStore((properties) => properties.getProperty(PROPERTY));
  try {
    return (JSON.parse(text ?? '[]') as readonly unknown[]).filter(isEntry);
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value)) return false;
  const [file, run, sequence] = value as readonly unknown[];
  return typeof file === 'string' && typeof run === 'string' && Number.isSafeInteger(sequence);
}

function fileId(): string {
  return SpreadsheetApp.getActive().getId();
}
