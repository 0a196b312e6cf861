import { del, get, set, type UseStore } from 'idb-keyval';
import { documentSettings, documentUrl } from './office';
import { PageDatabase } from './page-database';

const database = new PageDatabase('trace-documents', 'copies');

/** Of copies of all workbooks. A journal among the settings has at most 2 MB. */
const MOST_COPIES = 40;
const MOST_CHARACTERS = 30_000_000;
/** Two years. */
const OLDEST_MS = 730 * 86_400_000;
/** The key of what is known of all copies. */
const INDEX = 'index';

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
  await database.ask((store) => keep(store, entry, value)).catch(() => undefined);
}

/** `undefined`: there is none, or the browser does not say. */
export async function readCopy(what: 'journal' | 'frozen'): Promise<unknown> {
  const key = keyOf(what);
  return key === null ? undefined : await database.ask((store) => get<unknown>(key, store)).catch(() => undefined);
}

export async function forgetCopy(what: 'journal' | 'frozen'): Promise<void> {
  const key = keyOf(what);
  if (key === null) return;
  const forget = async (store: UseStore): Promise<void> => {
    await del(key, store);
    await set(
      INDEX,
      (await readIndex(store)).filter((entry) => entry.key !== key),
      store,
    );
  };
  await database.ask(forget).catch(() => undefined);
}

async function keep(store: UseStore, entry: Entry, value: readonly unknown[]): Promise<void> {
  const others = (await readIndex(store)).filter(({ key }) => key !== entry.key);
  const kept = [entry, ...whichFit(others, entry)];
  for (const other of others) if (!kept.includes(other)) await del(other.key, store);
  await set(INDEX, kept, store);
  await set(entry.key, value, store);
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

async function readIndex(store: UseStore): Promise<readonly Entry[]> {
  return (await get<readonly Entry[]>(INDEX, store)) ?? [];
}

/** `null`: a workbook that was never saved cannot be told from others, and settings of one browser need no copy. */
function keyOf(what: string): string | null {
  const url = documentUrl();
  return url === '' || documentSettings()?.isPersonal === true ? null : `${what}|${url}`;
}
