import type { IWorkbookData } from '@univerjs/core';
import { createStore, del, get, promisifyRequest, set, type UseStore } from 'idb-keyval';

/** The open workbook, and the previous one for "Undo open". */
export type StoredName = 'current' | 'previous';

export interface StoredWorkbook {
  /** Whether it is the unchanged sample. */
  readonly isUntouched: boolean;
  readonly workbook: Partial<IWorkbookData>;
}

/** One change of a sheet, in the grid's own form: the id of its mutation, and its parameters. */
export interface SheetChange {
  readonly id: string;
  readonly params: object;
}

export type StoredReading =
  | {
      readonly is: 'found';
      readonly stored: StoredWorkbook;
      /** The changes since, in order. */
      readonly changes: readonly SheetChange[];
    }
  | { readonly is: 'nothing' | 'damaged' | 'refused' };

/** Written by an older or newer version of the page in another format. */
const FORMAT = 1;
const UNREAD = 'unread';
/** Before the number of a saved list of changes to the open workbook. */
const CHANGES = 'changes.';

/** Saves workbooks in the browser's database. Private windows and some settings refuse it. */
export class SheetStore {
  private readonly database: UseStore | null = openDatabase();

  async read(name: StoredName): Promise<StoredReading> {
    try {
      if (this.database === null) return { is: 'refused' };
      const value = await get<unknown>(name, this.database);
      if (value === undefined) return { is: 'nothing' };
      const stored = readStored(value);
      if (stored === null) return { is: 'damaged' };
      return { is: 'found', stored, changes: name === 'current' ? await readChanges(this.database) : [] };
    } catch {
      return { is: 'refused' };
    }
  }

  /**
   * A workbook that could not be read must not be overwritten: it stays under another name, until the next such one.
   */
  async setAside(): Promise<boolean> {
    return this.tried(async (database) => {
      const unread = await get<unknown>('current', database);
      if (unread !== undefined) await set(UNREAD, unread, database);
    });
  }

  /** Replaces what was saved under that name, changes included. Returns whether it is saved. */
  async keep(name: StoredName, stored: StoredWorkbook): Promise<boolean> {
    return this.tried((database) =>
      database('readwrite', (store) => {
        store.put({ format: FORMAT, ...stored }, name);
        if (name === 'current') store.delete(allChanges());
        return promisifyRequest(store.transaction);
      }),
    );
  }

  /** Adds to what was saved of the open workbook. Returns whether it is saved. */
  async keepChanges(changes: readonly SheetChange[]): Promise<boolean> {
    return this.tried((database) =>
      database('readwrite', async (store) => {
        const kept = await promisifyRequest<number>(store.count(allChanges()));
        store.put(changes, CHANGES + String(kept).padStart(9, '0'));
        await promisifyRequest(store.transaction);
      }),
    );
  }

  async forget(name: StoredName): Promise<boolean> {
    return this.tried((database) => del(name, database));
  }

  private async tried(action: (database: UseStore) => Promise<void>): Promise<boolean> {
    try {
      if (this.database === null) return false;
      await action(this.database);
      return true;
    } catch {
      return false;
    }
  }
}

function openDatabase(): UseStore | null {
  try {
    return createStore('trace-workbook', 'sheets');
  } catch {
    return null;
  }
}

function allChanges(): IDBKeyRange {
  return IDBKeyRange.bound(CHANGES, `${CHANGES}\uffff`);
}

async function readChanges(database: UseStore): Promise<readonly SheetChange[]> {
  const lists = await database('readonly', (store) => promisifyRequest<unknown[]>(store.getAll(allChanges())));
  return lists.flat().filter(isChange);
}

function isChange(value: unknown): value is SheetChange {
  const { id, params } = toRecord(value);
  return typeof id === 'string' && isRecord(params);
}

/** Only what the grid can draw: a sheet without its parts would stay blank. */
function readStored(value: unknown): StoredWorkbook | null {
  const { format, isUntouched, workbook } = toRecord(value);
  const { id, sheetOrder, sheets } = toRecord(workbook);
  if (format !== FORMAT || typeof id !== 'string' || !Array.isArray(sheetOrder) || sheetOrder.length === 0) return null;
  const all = toRecord(sheets);
  const isWhole = sheetOrder.every((sheetId) => typeof sheetId === 'string' && isSheet(all[sheetId]));
  return isWhole ? { isUntouched: isUntouched === true, workbook: workbook as Partial<IWorkbookData> } : null;
}

function isSheet(value: unknown): boolean {
  const { id, name, cellData } = toRecord(value);
  if (typeof id !== 'string' || typeof name !== 'string' || !isRecord(cellData)) return false;
  return Object.values(cellData).every(
    (row) => (isRecord(row) || row === undefined) && Object.values(toRecord(row)).every(isCell),
  );
}

/** After sorting or clearing, the grid leaves empty cell objects. */
function isCell(cell: unknown): boolean {
  return cell === null || cell === undefined || isRecord(cell);
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
