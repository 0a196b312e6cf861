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

/**
 * Stands in for what Excel keeps in the workbook: like Excel's, it is there at once, and what was set lasts until the page
 * is closed unless it is saved. `first`: what stands in a new workbook. Source: https://learn.microsoft.com/javascript/api/office/office.settings.
 */
export function makeDocumentSettings(readStorage: () => SettingsStorage, first: Values = {}): SettingsGlobal {
  let values: Values = { ...first, ...readValues(readStorage) };
  return {
    get: (name) => (Object.hasOwn(values, name) ? values[name] : null),
    set(name, value) {
      // As a copy, which is what Excel keeps.
      values = { ...values, [name]: JSON.parse(JSON.stringify(value)) as unknown };
    },
    saveAsync(callback) {
      const status = keepValues(readStorage, values) ? 'succeeded' : 'failed';
      queueMicrotask(() => callback?.({ status }));
    },
  };
}

/** What is damaged is as if it were not there. */
function readValues(readStorage: () => SettingsStorage): Values {
  try {
    const stored: unknown = JSON.parse(readStorage().getItem(ITEM) ?? '{}');
    return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Values) : {};
  } catch {
    return {};
  }
}

function keepValues(readStorage: () => SettingsStorage, values: Values): boolean {
  try {
    readStorage().setItem(ITEM, JSON.stringify(values));
    return true;
  } catch {
    return false;
  }
}
