import type { DocumentSettings } from './office';

/** Excel's limit, in bytes: https://learn.microsoft.com/javascript/api/office/office.settings. */
const EXCEL_ROOM = 2_000_000;

/** How much the file keeps for an add-in, in bytes. */
function roomOf(settings: DocumentSettings | undefined): number {
  return settings === undefined ? 0 : (settings.room ?? EXCEL_ROOM);
}

/** Whether Excel would save all of these. It only says that saving failed, so what does not fit is not tried. */
export function fit(settings: DocumentSettings, all: readonly (readonly [name: string, value: unknown])[]): boolean {
  return all.reduce((sum, [name, value]) => sum + sizeOf(name, value), 0) <= roomOf(settings);
}

/** In bytes: office.js makes a text of each setting, and one of all of them, which escapes the first again. */
function sizeOf(name: string, value: unknown): number {
  return new TextEncoder().encode(JSON.stringify({ [name]: JSON.stringify(value) })).length;
}
