/** What the grid gives to be saved, as far as it is looked at. */
interface SavedWorkbook {
  readonly sheets: Readonly<
    Record<string, { readonly cellData: Readonly<Record<string, Readonly<Record<string, SavedCell | null>>>> }>
  >;
}

interface SavedCell {
  readonly f?: string | null;
  /** Of a formula that others share. */
  readonly si?: string | null;
  readonly v?: unknown;
}

interface Databases {
  open(name: string): Asked<{
    close(): void;
    transaction(store: string): { objectStore(name: string): { get(key: string): Asked<{ workbook: SavedWorkbook }> } };
  }>;
}

interface Asked<T> {
  readonly result: T;
  onsuccess: () => void;
}

interface Page {
  readonly indexedDB: Databases;
  readonly univerAPI: { getActiveWorkbook(): { save(): SavedWorkbook } };
}

/** Runs in the page: whether its database has what people and runs have written. What formulas show is calculated again. */
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
