import { TraceError } from '../../shared/formulas';
import type { HostPorts } from '../../shared/ports';
import { signedIn } from '../../shared/runs';
import {
  changeSettings,
  FROZEN,
  JOURNAL_NAMES,
  NOTES,
  partName,
  POLICY,
  readPartNames,
  refreshSettings,
} from '../change-settings';
import { forgetCopy, keepCopy, readCopy } from '../document-copies';
import { documentSettings, type DocumentSettings } from '../office';
import { fit, roomOf } from '../settings-room';
import { hasMarks } from './anchors';

/** Part of it is for the spending policy, and for quotation marks that are written as several characters. */
const SHARE_FOR_PARTS = 0.9;

type Parts = ReadonlyMap<string, string>;

/** As this page loaded or saved it: if somebody saves an older state over it, it is restored. */
let own: Parts | null = null;

/**
 * The journal of a run in the workbook itself, among the settings that Excel keeps for an add-in. They get into the
 * file when it is saved: automatically in the cloud, otherwise by the user. The cells do so at the same time, so a
 * saved workbook has both, and an unsaved one neither. This browser's copy counts where Excel has lost the settings.
 */
export const JOURNAL: HostPorts['journal'] = {
  async room() {
    const room = Math.floor(roomOf(documentSettings()) * SHARE_FOR_PARTS);
    return { part: room, total: room };
  },
  async load() {
    const settings = documentSettings();
    if (settings === undefined) return null;
    own = await readJournal(settings);
    return own;
  },
  async save(parts) {
    const settings = documentSettings();
    if (settings === undefined) throw refused('it has no settings');
    let journal: Parts = parts;
    const toChanges = (): ReadonlyMap<string, unknown> => {
      journal = new Map([...(own ?? readParts(settings)), ...parts]);
      checkRoom(settings, journal);
      return changesTo(settings, journal);
    };
    await changeSettings(settings, toChanges, refused);
    own = journal;
    await keepCopy('journal', [...journal]);
  },
  async remove() {
    const settings = documentSettings();
    if (settings === undefined) return;
    await changeSettings(settings, () => changesTo(settings, new Map()), refused);
    own = null;
    await forgetCopy('journal');
  },
};

/** Whether a run has left its marks in the workbook, and neither Excel nor this browser has its journal. */
export async function isUndoLost(): Promise<boolean> {
  const settings = documentSettings();
  return settings !== undefined && (await readJournal(settings)) === null && isLost(settings) && (await hasMarks(null));
}

async function readJournal(settings: DocumentSettings): Promise<Parts | null> {
  await refreshSettings(settings);
  const parts = readParts(settings);
  if (parts.size > 0) return parts;
  return isLost(settings) ? await readLost() : null;
}

/** A journal that was removed leaves an empty list of names. */
function isLost(settings: DocumentSettings): boolean {
  return settings.get(JOURNAL_NAMES) === null;
}

/**
 * The copy, if its run has marks in this workbook: one that was closed unsaved, or that replaced another at the same
 * address, has none.
 */
async function readLost(): Promise<Parts | null> {
  const copy = await readCopy('journal');
  if (!Array.isArray(copy) || !copy.every(isPart)) return null;
  const parts = new Map(copy);
  const [run] = signedIn(parts) ?? [];
  return run !== undefined && (await hasMarks(run)) ? parts : null;
}

function isPart(entry: unknown): entry is readonly [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((each) => typeof each === 'string');
}

function readParts(settings: DocumentSettings): Parts {
  return new Map(readPartNames(settings).map((name) => [name, String(settings.get(partName(name)) ?? '')]));
}

/** Only what differs, since the journal of a long run is large. */
function changesTo(settings: DocumentSettings, journal: Parts): ReadonlyMap<string, unknown> {
  const present = readPartNames(settings);
  const changes = new Map<string, unknown>();
  for (const name of present) if (!journal.has(name)) changes.set(partName(name), null);
  for (const [name, text] of journal) {
    if (settings.get(partName(name)) !== text) changes.set(partName(name), text);
  }
  const names = [...journal.keys()];
  if (names.join() !== present.join()) changes.set(JOURNAL_NAMES, names);
  return changes;
}

/** Excel only says that saving failed, so what does not fit is not tried. */
function checkRoom(settings: DocumentSettings, journal: Parts): void {
  const parts = [...journal].map(([name, text]) => [partName(name), text] as const);
  const kept = [POLICY, NOTES, FROZEN].map((name) => [name, settings.get(name)] as const);
  if (!fit(settings, [...kept, ...parts, [JOURNAL_NAMES, [...journal.keys()]]])) {
    throw new TraceError('journalFull', {});
  }
}

function refused(message: string): TraceError {
  return new TraceError('journalRefused', { message });
}
