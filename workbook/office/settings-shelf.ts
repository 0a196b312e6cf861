import type { SettingsShelf } from './document-settings';

/** Where functions and panel look for the spending policy. */
export const POLICY = 'trace.spendPolicy';

const ITEM = 'trace.workbookSettings';

/**
 * The settings at this address, in the browser's local storage. They apply to whatever workbook is open here, as
 * expected by anyone who chose "Only what I approve".
 *
 * @param partition keeps the settings for the real service and for the sandbox apart
 */
export function makeSettingsShelf(partition: string): SettingsShelf {
  const name = partition + ITEM;
  return {
    read: () => readValues(localStorage.getItem(name)),
    write: (values) => localStorage.setItem(name, JSON.stringify(Object.fromEntries(values))),
  };
}

/** Damaged settings count as missing. */
function readValues(text: string | null): ReadonlyMap<string, unknown> {
  try {
    const stored: unknown = JSON.parse(text ?? 'null');
    const isWhole = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
    return new Map(isWhole ? Object.entries(stored) : []);
  } catch {
    return new Map();
  }
}
