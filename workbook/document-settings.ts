/** What `saveAsync` tells: https://learn.microsoft.com/javascript/api/office/office.asyncresult. */
export interface SettingsResult {
  readonly status: 'succeeded' | 'failed';
  readonly error?: { readonly message: string };
}

/** The part of Microsoft's `Office.Settings` that the functions and the panel use. */
export interface SettingsGlobal {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  remove(name: string): void;
  saveAsync(callback?: (result: SettingsResult) => void): void;
  refreshAsync(callback?: (result: SettingsResult) => void): void;
  /** Awaited before anything is kept: in Excel settings and cells are kept together, here in two databases. */
  beforeSaving: () => Promise<void>;
  /** How much is taken, in bytes. Excel does not tell, and takes 2 MB; a browser takes far more. */
  readonly room: number;
  /** They are in this browser, and go with no file. In Excel whoever edits the workbook can write them. */
  readonly isPersonal: boolean;
}

/** Where one workbook's settings are kept. What it cannot keep or read it rejects. */
export interface SettingsShelf {
  read(): Promise<ReadonlyMap<string, unknown>>;
  /** In place of everything that was kept; all or none. */
  write(values: ReadonlyMap<string, unknown>): Promise<void>;
}

const ROOM = 50_000_000;
const REFUSED = 'this browser keeps nothing for this page';

/** What was kept, and what stands in a new workbook, by name. */
type Values = Readonly<Record<string, unknown>>;

/**
 * Stands in for what Excel keeps in the workbook: like Excel's, what was set lasts until the page is closed unless it is
 * saved, and saving puts all that this page has in place of what another page has kept. Source:
 * https://learn.microsoft.com/javascript/api/office/office.settings.
 */
export class DocumentSettings implements SettingsGlobal {
  readonly room = ROOM;
  readonly isPersonal = true;
  beforeSaving = (): Promise<void> => Promise.resolve();
  private values: Map<string, unknown>;
  /** Resolves once what was kept is there. */
  readonly ready: Promise<void>;

  /** @param first what stands in a new workbook */
  constructor(
    private readonly shelf: SettingsShelf,
    private readonly first: Values = {},
  ) {
    this.values = new Map(Object.entries(first));
    this.ready = this.refresh().catch(() => undefined);
  }

  get(name: string): unknown {
    return this.values.get(name) ?? null;
  }

  /** As a copy, which is what Excel keeps. */
  set(name: string, value: unknown): void {
    this.values.set(name, JSON.parse(JSON.stringify(value)) as unknown);
  }

  remove(name: string): void {
    this.values.delete(name);
  }

  saveAsync(callback?: (result: SettingsResult) => void): void {
    const values = new Map(this.values);
    const write = (): Promise<void> => this.shelf.write(values);
    // A sheet that cannot be kept is said by itself.
    this.beforeSaving()
      .then(write, write)
      .then(
        () => callback?.({ status: 'succeeded' }),
        () => callback?.({ status: 'failed', error: { message: REFUSED } }),
      );
  }

  refreshAsync(callback?: (result: SettingsResult) => void): void {
    this.refresh().then(
      () => callback?.({ status: 'succeeded' }),
      () => callback?.({ status: 'failed', error: { message: REFUSED } }),
    );
  }

  /** What was set and not saved is given up, as in Excel. */
  private async refresh(): Promise<void> {
    const kept = await this.shelf.read();
    this.values = new Map([...Object.entries(this.first), ...kept]);
  }
}
