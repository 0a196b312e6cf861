import { TraceError } from '../../shared/formulas';
import { isRunName } from '../../shared/runs';
import { inUserStore } from '../stored/google-stores';
import { readLike, refuse } from './given';

/** Google keeps 9 KB in one property. */
const CHUNK_LENGTH = 8_800;
const MOST_PARTS = 3;
/** Counted over all files. A dropped enrichment counts as someone else's, which asks for a new limit. */
const MOST_RUNS = 20;
/** Other pages of this user change the property within moments. */
const LOCK_WAIT_MS = 10_000;
const PREFIX = 'TRACE_SPENDING_';

/** What the user may spend on an enrichment and has spent; `''`: unknown. */
export function readOwnSpending(run: unknown): string {
  const name = nameOf(run);
  return inUserStore((properties) => readChunks(properties, name));
}

/**
 * Compares and replaces in one step, because the user may have several pages open. Throws `fileBusy`. @returns
 * whether the stored text was the expected one
 */
export function replaceOwnSpending(run: unknown, was: unknown, becomes: unknown): boolean {
  const name = nameOf(run);
  const [before, after] = [readLike<string>(was, ''), readLike<string>(becomes, '')];
  if (after.length > CHUNK_LENGTH * MOST_PARTS || !/^[ -~]*$/.test(after)) refuse();
  const lock = LockService.getUserLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) throw new TraceError('fileBusy', {});
  try {
    return inUserStore((properties) => {
      if (readChunks(properties, name) !== before) return false;
      if (before === '') makeRoom(properties);
      for (let chunk = 0; chunk < MOST_PARTS; chunk += 1) {
        const text = after.slice(chunk * CHUNK_LENGTH, (chunk + 1) * CHUNK_LENGTH);
        const had = before.length > chunk * CHUNK_LENGTH;
        if (text !== '') properties.setProperty(`${name}_${chunk}`, text);
        else if (had) properties.deleteProperty(`${name}_${chunk}`);
      }
      return true;
    });
  } finally {
    lock.releaseLock();
  }
}

/** @param run from the file, so it may be any text; ignored if it is not a name */
export function forgetOwnSpending(run: string | null): void {
  if (!isRunName(run)) return;
  inUserStore((properties) => {
    const name = nameOf(run);
    for (let chunk = 0; chunk < MOST_PARTS; chunk += 1) properties.deleteProperty(`${name}_${chunk}`);
  });
}

type Properties = GoogleAppsScript.Properties.Properties;

function readChunks(properties: Properties, name: string): string {
  let text = '';
  for (let chunk = 0; chunk < MOST_PARTS; chunk += 1) {
    const piece = properties.getProperty(`${name}_${chunk}`);
    if (piece === null) break;
    text += piece;
  }
  return text;
}

function makeRoom(properties: Properties): void {
  const names = properties.getKeys().filter((key) => key.startsWith(PREFIX) && key.endsWith('_0'));
  if (names.length < MOST_RUNS) return;
  const runs = new Set(names.slice(0, names.length - MOST_RUNS + 1).map((key) => key.slice(0, -1)));
  for (const key of properties.getKeys()) if (runs.has(key.slice(0, -1))) properties.deleteProperty(key);
}

function nameOf(run: unknown): string {
  return isRunName(run) ? `${PREFIX}${String(run)}` : refuse();
}
