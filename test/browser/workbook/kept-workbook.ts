/** What the grid gives to be saved, as far as it is looked at. */
interface SavedWorkbook {
  readonly sheets: Readonly<
    Record<string, { readonly cellData: Readonly<Record<string, Readonly<Record<string, SavedCell | null>>>> }>
  >;
}

interface SavedCell {
  readonly f?: string | null;
  /** Set for a formula that others share. */
  readonly si?: string | null;
  readonly v?: unknown;
}

interface Database {
  close(): void;
  createObjectStore(name: string): void;
  transaction(
    store: string,
    mode?: 'readwrite',
  ): {
    objectStore(name: string): {
      get(key: string): Asked<{ workbook: SavedWorkbook }>;
      put(value: unknown, key: string): Asked<unknown>;
    };
  };
}

interface Databases {
  open(name: string): Asked<Database> & { onupgradeneeded: () => void };
}

interface Asked<T> {
  readonly result: T;
  onsuccess: () => void;
}

interface Page {
  readonly indexedDB: Databases;
  readonly univerAPI: { getActiveWorkbook(): { save(): SavedWorkbook } };
}

/**
 * Runs in the page: whether its database has what users and enrichments have written. What formulas show is
 * calculated again.
 */
export async function isKept(): Promise<boolean> {
  const { univerAPI, indexedDB } = globalThis as unknown as Page;
  const ask = <T>(asked: Asked<T>): Promise<T> =>
    new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
  const entered = ({ sheets }: SavedWorkbook): string =>
    JSON.stringify(
      Object.entries(sheets).map(([sheet, { cellData }]) =>
        Object.entries(cellData).map(([row, cells]) =>
          Object.entries(cells).map(([column, cell]) => [sheet, row, column, cell?.f ?? cell?.si ?? cell?.v ?? null]),
        ),
      ),
    );
  const database = await ask(indexedDB.open('trace-workbook'));
  const kept = await ask(database.transaction('sheets').objectStore('sheets').get('current'));
  database.close();
  return kept !== undefined && entered(kept.workbook) === entered(univerAPI.getActiveWorkbook().save());
}

/** Runs in a page of the workbook's origin, before the workbook is loaded: it then opens with these as its column A. */
export async function keepColumn(texts: readonly string[]): Promise<void> {
  const { indexedDB } = globalThis as unknown as Page;
  const opened = indexedDB.open('trace-workbook');
  opened.onupgradeneeded = () => opened.result.createObjectStore('sheets');
  await new Promise<void>((resolve) => (opened.onsuccess = () => resolve()));
  const cells = texts.map((text, row) => [row, { 0: { v: text, t: 1 } }]);
  const sheet = {
    id: 'sheet-1',
    name: 'leads',
    rowCount: Math.max(1_000, texts.length + 200),
    columnCount: 20,
    cellData: Object.fromEntries(cells) as object,
  };
  const workbook = { id: 'trace-workbook', name: 'leads.csv', sheetOrder: ['sheet-1'], sheets: { 'sheet-1': sheet } };
  const store = opened.result.transaction('sheets', 'readwrite').objectStore('sheets');
  const kept = store.put({ format: 1, isUntouched: false, workbook }, 'current');
  await new Promise<void>((resolve) => (kept.onsuccess = () => resolve()));
  opened.result.close();
}
