/** The result of `saveAsync`: https://learn.microsoft.com/javascript/api/office/office.asyncresult. */
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
  /**
   * Awaited before anything is saved: Excel saves settings and cells together, here they are in two databases. Resolves
   * to whether the settings may be saved.
   */
  beforeSaving: () => Promise<boolean>;
  /** They stay in this browser and belong to no file. In Excel anyone who edits the workbook can write them. */
  readonly isPersonal: boolean;
}

/** The store for one workbook's settings. Rejects what it cannot save or read. */
export interface SettingsShelf {
  read(): Promise<ReadonlyMap<string, unknown>>;
  /** Replaces everything that was saved: all or nothing. */
  write(values: ReadonlyMap<string, unknown>): Promise<void>;
}

const REFUSED = 'this browser keeps nothing for this page';

/** The saved settings, and those of a new workbook, by name. */
type Values = Readonly<Record<string, unknown>>;

/**
 * Stands in for the settings that Excel keeps in the workbook: unsaved ones last until the page is closed, and saving
 * replaces what other pages saved with all settings of this page. Source:
 * https://learn.microsoft.com/javascript/api/office/office.settings.
 */
export class DocumentSettings implements SettingsGlobal {
  readonly isPersonal = true;
  beforeSaving = (): Promise<boolean> => Promise.resolve(true);
  private values: Map<string, unknown>;
  /** Resolves once the saved settings are loaded. */
  readonly ready: Promise<void>;

  /** @param first the settings of a new workbook */
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
    // A sheet that cannot be saved reports that itself.
    this.beforeSaving()
      .then((mayBeSaved) => (mayBeSaved ? write() : Promise.reject(new Error(REFUSED))), write)
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

  /** Unsaved settings are dropped, as in Excel. */
  private async refresh(): Promise<void> {
    const kept = await this.shelf.read();
    this.values = new Map([...Object.entries(this.first), ...kept]);
  }
}
