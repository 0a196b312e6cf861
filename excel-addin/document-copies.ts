import { get, promisifyRequest, type UseStore } from 'idb-keyval';
import { DAY_MS } from '../shared/formulas';
import { documentSettings, documentUrl } from './office';
import { PageDatabase } from './page-database';

/** A copy of a large record may take longer than answers do. */
const database = new PageDatabase('trace-documents', 'copies', Symbol.for('trace.copiesSilentUntil'));

/** Of copies of all workbooks. A journal among the settings has at most 2 MB. */
const MOST_COPIES = 40;
const MOST_CHARACTERS = 30_000_000;
/** What a copy counts that the index says nothing of. */
const UNKNOWN_CHARACTERS = 2_000_000;
/** Two years. */
const OLDEST_MS = 730 * DAY_MS;
/** The key of what is known of all copies. */
const INDEX = 'index';

type Kept = Parameters<Parameters<UseStore>[1]>[0];

/** A copy, by its key. */
interface Entry {
  readonly key: string;
  readonly keptMs: number;
  readonly characters: number;
  /** Of a run that is not finished, which goes last. */
  readonly isNeeded: boolean;
}

/**
 * Copies of what Excel keeps in this workbook, in this browser. Excel has reported settings as saved that were gone when
 * the workbook was opened again (https://github.com/OfficeDev/office-js/issues/6091), and Excel on the web has not read
 * those that a desktop had saved (https://github.com/OfficeDev/office-js/issues/5206). Another workbook at the same
 * address finds them too, so what is read must be checked against the cells.
 *
 * Old ones go, and the oldest of too many; where Excel then loses the workbook's own, the marks of its run tell, and
 * Diagnose says so.
 *
 * @param isNeeded whether it is of a run that is not finished: these only go where there are too many of them alone
 */
export async function keepCopy(
  what: 'journal' | 'frozen',
  value: readonly unknown[],
  isNeeded: boolean,
): Promise<void> {
  const key = keyOf(what);
  if (key === null) return;
  const entry = { key, keptMs: Date.now(), characters: JSON.stringify(value).length, isNeeded };
  // Without it, the workbook still has its own.
  const put = (kept: Kept, index: readonly Entry[]): readonly Entry[] => {
    const others = index.filter((other) => other.key !== key);
    const left = whichFit(others, entry);
    for (const other of others) if (!left.includes(other)) kept.delete(other.key);
    kept.put(value, key);
    return [entry, ...left];
  };
  await database.ask((store) => changeCopies(store, put)).catch(() => undefined);
}

/** `undefined`: there is none, or the browser does not say. */
export async function readCopy(what: 'journal' | 'frozen'): Promise<unknown> {
  const key = keyOf(what);
  return key === null ? undefined : await database.ask((store) => get<unknown>(key, store)).catch(() => undefined);
}

export async function forgetCopy(what: 'journal' | 'frozen'): Promise<void> {
  const key = keyOf(what);
  if (key === null) return;
  const forget = (kept: Kept, index: readonly Entry[]): readonly Entry[] => {
    kept.delete(key);
    return index.filter((entry) => entry.key !== key);
  };
  await database.ask((store) => changeCopies(store, forget)).catch(() => undefined);
}

/** Copies and their index in one transaction, since other pages do the same, and a page may be closed at any moment. */
function changeCopies(
  store: UseStore,
  change: (kept: Kept, index: readonly Entry[]) => readonly Entry[],
): Promise<void> {
  return store('readwrite', (kept) => {
    const keys = kept.getAllKeys();
    const index = kept.get(INDEX);
    index.onsuccess = () => kept.put(change(kept, toIndex(index.result, keys.result)), INDEX);
    return promisifyRequest(kept.transaction);
  });
}

/** A copy that is in no index counts from its first sight. */
function toIndex(index: unknown, keys: readonly unknown[]): readonly Entry[] {
  const known = Array.isArray(index) ? index.filter(isEntry) : [];
  const isKnown = new Set([INDEX, ...known.map(({ key }) => key)]);
  const others = keys.filter((key): key is string => typeof key === 'string' && !isKnown.has(key));
  const rest = { keptMs: Date.now(), characters: UNKNOWN_CHARACTERS, isNeeded: false };
  return [...known, ...others.map((key) => ({ key, ...rest }))];
}

function isEntry(entry: unknown): entry is Entry {
  const { key, keptMs, characters } = (entry ?? {}) as Partial<Record<keyof Entry, unknown>>;
  return typeof key === 'string' && typeof keptMs === 'number' && typeof characters === 'number';
}

/** The ones that are needed first, then the newest. */
function whichFit(others: readonly Entry[], { keptMs, characters }: Entry): readonly Entry[] {
  let [copies, room] = [1, MOST_CHARACTERS - characters];
  const inOrder = [...others].sort((a, b) => Number(b.isNeeded) - Number(a.isNeeded) || b.keptMs - a.keptMs);
  return inOrder.filter((other) => {
    const isOld = !other.isNeeded && keptMs - other.keptMs > OLDEST_MS;
    if (isOld || copies === MOST_COPIES || other.characters > room) return false;
    copies += 1;
    room -= other.characters;
    return true;
  });
}

/** `null`: a workbook that was never saved cannot be told from others, and settings of one browser need no copy. */
function keyOf(what: string): string | null {
  const url = documentUrl();
  return url === '' || documentSettings()?.isPersonal === true ? null : `${what}|${url}`;
}
