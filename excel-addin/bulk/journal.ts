import { TraceError, type GridPerformers, type JournalRoom } from '../../shared/index';
import { callExcel, changeSettings } from '../document-settings';
import { documentSettings, type DocumentSettings } from '../office';

/** The names of the parts, since Excel lists no settings. */
const INDEX = 'trace.journal';
const partName = (name: string): string => `${INDEX}.${name}`;

/** Excel's limit, in bytes: https://learn.microsoft.com/javascript/api/office/office.settings. */
const EXCEL_ROOM = 2_000_000;
/** Of which the spending policy, and quotation marks that are written as two characters, take a part. */
const SHARE_FOR_PARTS = 0.9;

type JournalPerformers = Pick<GridPerformers, 'journalRoom' | 'journalLoad' | 'journalSave' | 'journalRemove'>;

/**
 * The journal of a run in the workbook itself, among the settings that Excel keeps for an add-in. What is kept there gets
 * into the file when the file is saved: by itself where it is in the cloud, otherwise when its user saves it. The cells go
 * the same way, so a workbook that was not saved has neither, and one that was has both.
 */
export const JOURNAL: JournalPerformers = {
  journalRoom(): JournalRoom {
    const room = Math.floor(roomOf(documentSettings()) * SHARE_FOR_PARTS);
    return { part: room, total: room };
  },
  async journalLoad() {
    const settings = documentSettings();
    if (settings === undefined) return null;
    // What another page, or in Excel on the web another person, has kept since this page was opened.
    await callExcel((done) => settings.refreshAsync(done), refused).catch(() => undefined);
    const names = readNames(settings);
    if (names.length === 0) return null;
    return new Map(names.map((name) => [name, String(settings.get(partName(name)) ?? '')]));
  },
  async journalSave({ parts }) {
    const settings = documentSettings();
    if (settings === undefined) throw refused('it has no settings');
    const names = readNames(settings);
    const all = [...new Set([...names, ...parts.keys()])];
    const changes = new Map<string, unknown>([[INDEX, all], ...[...parts].map(toSetting)]);
    checkRoom(settings, all, parts);
    await changeSettings(settings, changes, refused);
  },
  async journalRemove() {
    const settings = documentSettings();
    if (settings === undefined) return;
    const names = readNames(settings);
    const nothing = new Map([INDEX, ...names.map(partName)].map((name) => [name, null]));
    await changeSettings(settings, nothing, refused);
  },
};

function toSetting([name, text]: readonly [string, string]): readonly [string, string] {
  return [partName(name), text];
}

function roomOf(settings: DocumentSettings | undefined): number {
  return settings === undefined ? 0 : (settings.room ?? EXCEL_ROOM);
}

function readNames(settings: DocumentSettings): readonly string[] {
  const names: unknown = settings.get(INDEX);
  return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : [];
}

/** Excel says no more than that saving has failed, so what has no room is not tried. */
function checkRoom(settings: DocumentSettings, names: readonly string[], parts: ReadonlyMap<string, string>): void {
  let characters = 0;
  for (const name of names) {
    characters += name.length + 20 + String(parts.get(name) ?? settings.get(partName(name)) ?? '').length;
  }
  if (characters > roomOf(settings)) throw new TraceError('journalFull', {});
}

function refused(message: string): TraceError {
  return new TraceError('journalRefused', { message });
}
