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
  /** They stay in this browser and belong to no file. In Excel anyone who edits the workbook can write them. */
  readonly isPersonal: boolean;
}

/** The store for one workbook's settings. Throws where the browser forbids it. */
export interface SettingsShelf {
  read(): ReadonlyMap<string, unknown>;
  /** Replaces everything that was saved: all or nothing. */
  write(values: ReadonlyMap<string, unknown>): void;
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
  private values: Map<string, unknown>;

  /** @param first the settings of a new workbook */
  constructor(
    private readonly shelf: SettingsShelf,
    private readonly first: Values = {},
  ) {
    this.values = new Map(Object.entries(first));
    this.tell(() => this.refresh());
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
    this.tell(() => this.shelf.write(this.values), callback);
  }

  refreshAsync(callback?: (result: SettingsResult) => void): void {
    this.tell(() => this.refresh(), callback);
  }

  /** Unsaved settings are dropped, as in Excel. */
  private refresh(): void {
    this.values = new Map([...Object.entries(this.first), ...this.shelf.read()]);
  }

  /** Calls back later, as Excel does. */
  private tell(act: () => void, callback?: (result: SettingsResult) => void): void {
    let result: SettingsResult = { status: 'succeeded' };
    try {
      act();
    } catch {
      result = { status: 'failed', error: { message: REFUSED } };
    }
    if (callback !== undefined) queueMicrotask(() => callback(result));
  }
}
