import { ownFileToday, readOwnFile, type OwnFile } from '../shared/formulas';
import { inUserStore } from './try-store';

/** Followed by a spreadsheet's id, in the user's properties. Only its owner can set what its formulas read here. */
const PROPERTY = 'TRACE_FILE_';

/** @param properties the user's. The spreadsheet's id is only read where it matters */
export function ownFileIn(properties: Readonly<Record<string, string>>): OwnFile {
  const isAny = Object.keys(properties).some((name) => name.startsWith(PROPERTY));
  return readOwnFile(isAny ? (properties[ownName()] ?? '') : '');
}

/** Of the panel's user, today. */
export function ownFileNow(nowMs: number): OwnFile {
  const text = inUserStore((properties) => properties.getProperty(ownName()));
  return ownFileToday(readOwnFile(text ?? ''), nowMs);
}

/** Throws `storeQuota` or `storeRefused`, and then nothing has changed. */
export function changeOwnFile(nowMs: number, change: (now: OwnFile) => OwnFile): void {
  const text = JSON.stringify(change(ownFileNow(nowMs)));
  inUserStore((properties) => properties.setProperty(ownName(), text));
}

export function forgetOwnFile(): void {
  inUserStore((properties) => properties.deleteProperty(ownName()));
}

function ownName(): string {
  return PROPERTY + SpreadsheetApp.getActive().getId();
}
