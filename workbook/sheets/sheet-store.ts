import type { IWorkbookData } from '@univerjs/core';
import { createStore, del, get, promisifyRequest, set, type UseStore } from 'idb-keyval';

/** The open workbook, and the previous one for "Undo open". */
type StoredName = 'current' | 'previous';

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
/** The prefix of the number of a saved list of changes to the open workbook. */
const CHANGES = 'changes.';

/** Changes with each save of the open workbook, so that a page notices what another page has saved. */
const REVISION = 'revision';

/** `elsewhere`: another page has saved the open workbook since this one did, or read it, so nothing is written over it. */
type Saving = 'saved' | 'refused' | 'elsewhere';

/** Saves workbooks in the browser's database. Private windows and some settings refuse it. */
export class SheetStore {
  private readonly database: UseStore | null = openDatabase();
  /** The revision that this page has read; `undefined`: nothing was saved. */
  private found: unknown;
  /** The prefix of each revision of this page. */
  private readonly page = `${Math.random()} `;
  private savings = 0;

  async read(name: StoredName): Promise<StoredReading> {
    try {
      if (this.database === null) return { is: 'refused' };
      // Read before the workbook, so that one saved meanwhile counts as another page's.
      if (name === 'current') this.found = await get<unknown>(REVISION, this.database);
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
   * A workbook that could not be read must not be overwritten: it is stored under another name, until the next such
   * one.
   */
  async setAside(): Promise<boolean> {
    return this.tried(async (database) => {
      this.found = await get<unknown>(REVISION, database);
      const unread = await get<unknown>('current', database);
      if (unread !== undefined) await set(UNREAD, unread, database);
    });
  }

  /** Whether another page has saved the open workbook since this one did, or read it. */
  async isElsewhere(): Promise<boolean> {
    try {
      return this.database !== null && this.isOfAnother(await get<unknown>(REVISION, this.database));
    } catch {
      return false;
    }
  }

  /** Replaces what was saved as the open workbook, changes included. */
  async keepOpen(stored: StoredWorkbook): Promise<Saving> {
    return this.revised((store) => {
      store.put({ format: FORMAT, ...stored }, 'current');
      store.delete(allChanges());
    });
  }

  /** Adds to what was saved of the open workbook. */
  async keepChanges(changes: readonly SheetChange[]): Promise<Saving> {
    return this.revised(async (store) => {
      const kept = await promisifyRequest<number>(store.count(allChanges()));
      store.put(changes, CHANGES + String(kept).padStart(9, '0'));
    });
  }

  /** Replaces the workbook that "Undo open" brings back. Returns whether it is saved. */
  async keepPrevious(stored: StoredWorkbook): Promise<boolean> {
    return this.tried((database) => set('previous', { format: FORMAT, ...stored }, database));
  }

  async forget(name: StoredName): Promise<boolean> {
    return this.tried((database) => del(name, database));
  }

  /** One transaction, or none where another page has saved the open workbook. */
  private async revised(write: (store: IDBObjectStore) => Promise<void> | void): Promise<Saving> {
    let isElsewhere = false;
    const isSaved = await this.tried((database) =>
      database('readwrite', async (store) => {
        isElsewhere = this.isOfAnother(await promisifyRequest<unknown>(store.get(REVISION)));
        if (isElsewhere) return;
        this.savings += 1;
        store.put(this.page + this.savings, REVISION);
        await write(store);
        await promisifyRequest(store.transaction);
      }),
    );
    if (isElsewhere) return 'elsewhere';
    return isSaved ? 'saved' : 'refused';
  }

  private isOfAnother(revision: unknown): boolean {
    return revision !== this.found && !String(revision).startsWith(this.page);
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
