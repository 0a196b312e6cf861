import { TraceError } from '../../shared/formulas';
import { isRunName } from '../../shared/runs';
import { inUserStore } from '../stored/google-stores';
import { longestIn, readUserText, writeUserText } from '../stored/user-text';
import { readLike, refuse } from './given';

const MOST_PARTS = 3;
/** Counted over all files. A dropped enrichment counts as someone else's, which asks for a new limit. */
const MOST_RUNS = 20;
/** Other pages of this user change the property within moments. */
const LOCK_WAIT_MS = 10_000;
const PREFIX = 'TRACE_SPENDING_';

/** What the user may spend on an enrichment and has spent; `''`: unknown. */
export function readOwnSpending(run: unknown): string {
  const name = nameOf(run);
  return inUserStore((properties) => readUserText(properties, name, MOST_PARTS));
}

/**
 * Compares and replaces in one step, because the user may have several pages open. Throws `fileBusy`. @returns
 * whether the stored text was the expected one
 */
export function replaceOwnSpending(run: unknown, was: unknown, becomes: unknown): boolean {
  const name = nameOf(run);
  const [before, after] = [readLike(was, ''), readLike(becomes, '')];
  if (after.length > longestIn(MOST_PARTS) || !/^[ -~]*$/.test(after)) refuse();
  const lock = LockService.getUserLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) throw new TraceError('fileBusy', {});
  try {
    return inUserStore((properties) => {
      if (readUserText(properties, name, MOST_PARTS) !== before) return false;
      if (before === '') makeRoom(properties);
      writeUserText(properties, name, MOST_PARTS, after);
      return true;
    });
  } finally {
    lock.releaseLock();
  }
}

/** @param run from the file, so it may be any text; ignored if it is not a name */
export function forgetOwnSpending(run: string | null): void {
  if (!isRunName(run)) return;
  inUserStore((properties) => writeUserText(properties, nameOf(run), MOST_PARTS, ''));
}

type Properties = GoogleAppsScript.Properties.Properties;

function makeRoom(properties: Properties): void {
  const names = properties.getKeys().filter((key) => key.startsWith(PREFIX) && key.endsWith('_0'));
  if (names.length < MOST_RUNS) return;
  const runs = new Set(names.slice(0, names.length - MOST_RUNS + 1).map((key) => key.slice(0, -1)));
  for (const key of properties.getKeys()) if (runs.has(key.slice(0, -1))) properties.deleteProperty(key);
}

function nameOf(run: unknown): string {
  return isRunName(run) ? `${PREFIX}${String(run)}` : refuse();
}
