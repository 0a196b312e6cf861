import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { SettingsShelf } from './document-settings';

/** Where functions and panel look for the spending policy. */
export const POLICY = 'trace.spendPolicy';

/** The open workbook, and the previous one for "Undo open". */
const OPEN = 'current';
const BEFORE = 'previous';

/**
 * A run's journal belongs to one file. The spending policy applies to whatever is opened at this address, as expected
 * by anyone who chose "Only what I approve".
 */
const OF_ONE_FILE = /^trace\.journal(\.|$)/;

/** They were in the browser's local storage before its database had them. */
const OLDER_ITEM = 'trace.workbookSettings';

/** Names within one workbook and one service: the real service's are kept apart from the sandbox's. */
type Place = readonly [slot: string, partition: string];
type Key = [slot: string, partition: string, name: string];

/**
 * The settings of the open workbook in the browser's database, which has room for the journal of a run over 100,000
 * rows.
 *
 * @param partition keeps the settings for the real service and for the sandbox apart
 */
export function makeSettingsShelf(partition: string): SettingsShelf {
  const database = openDatabase();
  const place: Place = [OPEN, partition];
  return {
    async read() {
      const kept = await database()('readonly', (store) => readAll(store, place));
      return kept.size > 0 ? kept : readOlder(partition);
    },
    write: async (values) => database()('readwrite', (store) => writeAll(store, place, values)),
  };
}

/** Settings of a file are stored with it until it is brought back; a workbook that replaces it starts without them. */
export async function putSettingsAside(): Promise<void> {
  await moveSettings(new Map([[OPEN, BEFORE]]));
}

/** The two workbooks change places. */
export async function swapSettings(): Promise<void> {
  await moveSettings(
    new Map([
      [OPEN, BEFORE],
      [BEFORE, OPEN],
    ]),
  );
}

async function moveSettings(places: ReadonlyMap<string, string>): Promise<void> {
  await openDatabase()()('readwrite', async (store) => {
    const keys = (await promisifyRequest(store.getAllKeys())) as unknown as readonly Key[];
    const values = await promisifyRequest<unknown[]>(store.getAll());
    const isMoved = ([, , name]: Key): boolean => OF_ONE_FILE.test(name);
    for (const key of keys) if (isMoved(key)) store.delete(key);
    keys.forEach(([slot, partition, name], at) => {
      const to = places.get(slot);
      if (to !== undefined && isMoved([slot, partition, name])) store.put(values[at], [to, partition, name]);
    });
    await promisifyRequest(store.transaction);
  });
}

function openDatabase(): () => UseStore {
  let opened: UseStore | null = null;
  // Opened on first use, which throws if the browser forbids storage.
  return () => (opened ??= createStore('trace-settings', 'settings'));
}

function within(start: readonly string[]): IDBKeyRange {
  // An array sorts after every text.
  return IDBKeyRange.bound([...start], [...start, []]);
}

async function readAll(store: IDBObjectStore, place: Place): Promise<ReadonlyMap<string, unknown>> {
  const keys = await promisifyRequest(store.getAllKeys(within(place)));
  const values = await promisifyRequest<unknown[]>(store.getAll(within(place)));
  return new Map(keys.map((key, at) => [String((key as readonly unknown[])[2]), values[at]]));
}

function writeAll(store: IDBObjectStore, place: Place, values: ReadonlyMap<string, unknown>): Promise<void> {
  store.delete(within(place));
  for (const [name, value] of values) store.put(value, [...place, name]);
  return promisifyRequest(store.transaction);
}

/** A damaged setting counts as missing. */
function readOlder(partition: string): ReadonlyMap<string, unknown> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(partition + OLDER_ITEM) ?? 'null');
    const isWhole = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
    return new Map(isWhole ? Object.entries(stored) : []);
  } catch {
    return new Map();
  }
}
