/** What `saveAsync` tells: https://learn.microsoft.com/javascript/api/office/office.asyncresult. */
export interface SaveResult {
  readonly status: 'succeeded' | 'failed';
}

/** The part of Microsoft's `Office.Settings` that the functions and the pane use. */
export interface SettingsGlobal {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  saveAsync(callback?: (result: SaveResult) => void): void;
}

/** One workbook is open at this address, so its settings have one place, whatever file was opened last. */
const ITEM = 'trace.workbookSettings';

/** The browser's, as far as it is used here. */
interface SettingsStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

type Values = Readonly<Record<string, unknown>>;

export interface SettingsOptions {
  /** Keeps apart what holds for the real service and for the sandbox. */
  readonly partitionKey?: string | undefined;
  /** What stands in a new workbook. */
  readonly first?: Values;
}

/**
 * Stands in for what Excel keeps in the workbook: like Excel's, it is there at once, and what was set lasts until the page
 * is closed unless it is saved. Source: https://learn.microsoft.com/javascript/api/office/office.settings.
 */
export function makeDocumentSettings(
  readStorage: () => SettingsStorage,
  { partitionKey = '', first = {} }: SettingsOptions = {},
): SettingsGlobal {
  const item = `${partitionKey}${ITEM}`;
  let values: Values = { ...first, ...readValues(readStorage, item) };
  return {
    get: (name) => (Object.hasOwn(values, name) ? values[name] : null),
    set(name, value) {
      // As a copy, which is what Excel keeps.
      values = { ...values, [name]: JSON.parse(JSON.stringify(value)) as unknown };
    },
    saveAsync(callback) {
      const status = keepValues(readStorage, item, values) ? 'succeeded' : 'failed';
      queueMicrotask(() => callback?.({ status }));
    },
  };
}

/** What is damaged is as if it were not there. */
function readValues(readStorage: () => SettingsStorage, item: string): Values {
  try {
    const stored: unknown = JSON.parse(readStorage().getItem(item) ?? '{}');
    return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Values) : {};
  } catch {
    return {};
  }
}

function keepValues(readStorage: () => SettingsStorage, item: string, values: Values): boolean {
  try {
    readStorage().setItem(item, JSON.stringify(values));
    return true;
  } catch {
    return false;
  }
}
