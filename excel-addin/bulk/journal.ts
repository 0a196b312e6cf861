import { TraceError } from '../../shared/formulas';
import type { HostPorts } from '../../shared/ports';
import { isFinished, signedIn } from '../../shared/runs';
import {
  changeSettings,
  JOURNAL_NAMES,
  partName,
  readPartNames,
  refreshSettings,
  settingsWith,
} from '../change-settings';
import { forgetCopy, keepCopy, readCopy } from '../document-copies';
import { documentSettings, supportsExcelApi, type DocumentSettings } from '../office';
import { fit, roomOf } from '../settings-room';
import { hasMarks } from './anchors';
import { XmlTexts } from './xml-texts';

/** Part of it is for the spending policy, and for quotation marks that are written as several characters. */
const SHARE_FOR_PARTS = 0.9;
/**
 * Characters that a long run may add to the workbook: enough for 100,000 rows and 25 columns. Excel on the web opens
 * workbooks of up to 100 MB: https://support.microsoft.com/office/9e5bc6f8-018f-415a-b890-5452687b325e.
 */
const LARGE_ROOM = 30_000_000;

type Parts = ReadonlyMap<string, string>;

/** As this page loaded or saved it: if somebody saves an older state over it, it is restored. */
let own: Parts | null = null;
/** Whether it is among the XML parts. */
let isLarge = false;
const xml = new XmlTexts('journal');

/**
 * The journal of a run in the workbook itself, among the settings that Excel keeps for an add-in, and once they have no
 * room for it among the custom XML parts. Both get into the file when it is saved: automatically in the cloud, otherwise by
 * the user. The cells do so at the same time, so a saved workbook has both, and an unsaved one neither. This browser's copy
 * counts where Excel has lost the settings, as it has never lost XML parts.
 */
export const JOURNAL: HostPorts['journal'] = {
  async room() {
    const settings = documentSettings();
    const room = mayBeLarge(settings) ? LARGE_ROOM : Math.floor(roomOf(settings) * SHARE_FOR_PARTS);
    return { part: room, total: room };
  },
  async load() {
    const settings = documentSettings();
    if (settings === undefined) return null;
    const found = await readJournal(settings);
    isLarge = found.isLarge;
    own = found.parts;
    return own;
  },
  async save(parts) {
    const settings = documentSettings();
    if (settings === undefined) throw refused('it has no settings');
    let journal: Parts = parts;
    const toChanges = (): ReadonlyMap<string, unknown> => {
      journal = new Map([...(own ?? readParts(settings)), ...parts]);
      if (isLarge || !hasRoom(settings, journal)) return new Map();
      return changesTo(settings, journal);
    };
    await changeSettings(settings, toChanges, refused);
    if (isLarge || !hasRoom(settings, journal)) await saveLarge(settings, journal, parts);
    else await keepCopy('journal', [...journal], !isFinished(journal));
    own = journal;
  },
  async remove() {
    const settings = documentSettings();
    if (settings === undefined) return;
    // First: what they have may be an earlier state than the XML parts have.
    await changeSettings(settings, () => changesTo(settings, new Map()), refused);
    if (mayBeLarge(settings)) await xml.remove(refused);
    isLarge = false;
    own = null;
    await forgetCopy('journal');
  },
};

/** The settings of the web workbook have room enough. */
function mayBeLarge(settings: DocumentSettings | undefined): boolean {
  return settings !== undefined && settings.room === undefined && supportsExcelApi('1.5');
}

/** It is all there before the settings give it up, and what this browser has a copy of. */
async function saveLarge(settings: DocumentSettings, journal: Parts, changed: Parts): Promise<void> {
  const size = [...journal.values()].reduce((sum, text) => sum + text.length, 0);
  if (!mayBeLarge(settings) || size > LARGE_ROOM) throw new TraceError('journalFull', { rows: null });
  if (!isLarge) await xml.remove(refused);
  await xml.save(isLarge ? changed : journal, refused);
  isLarge = true;
  await changeSettings(settings, () => changesTo(settings, new Map()), refused);
  await forgetCopy('journal');
}

/** Whether a run has left its marks in the workbook, and neither Excel nor this browser has its journal. */
export async function isUndoLost(): Promise<boolean> {
  const settings = documentSettings();
  return (
    settings !== undefined && (await readJournal(settings)).parts === null && isLost(settings) && (await hasMarks(null))
  );
}

/** Changes nothing of what a run of this page knows, which may save meanwhile. */
async function readJournal(
  settings: DocumentSettings,
): Promise<{ readonly parts: Parts | null; readonly isLarge: boolean }> {
  await refreshSettings(settings);
  const parts = readParts(settings);
  const large = mayBeLarge(settings) ? await readLarge(parts.size > 0) : null;
  if (large !== null && (parts.size === 0 || isLater(large, parts))) return { parts: large, isLarge: true };
  if (parts.size > 0) return { parts, isLarge: false };
  return { parts: isLost(settings) ? await readLost() : null, isLarge: false };
}

/** @param hasOther whether there is a journal that can be shown where Excel says nothing */
async function readLarge(hasOther: boolean): Promise<Parts | null> {
  try {
    return await xml.read();
  } catch (thrown) {
    if (hasOther) return null;
    throw thrown;
  }
}

/** Whether settings that somebody else has saved brought back an earlier state of the same run. */
function isLater(one: Parts, other: Parts): boolean {
  const [[run, sequence], [otherRun, otherSequence]] = [one, other].map((parts) => signedIn(parts) ?? ['', 0]) as [
    readonly [string, number],
    readonly [string, number],
  ];
  return run !== '' && run === otherRun && sequence > otherSequence;
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
function hasRoom(settings: DocumentSettings, journal: Parts): boolean {
  return fit(settings, settingsWith(settings, changesTo(settings, journal)));
}

/** @param message Excel's own words */
function refused(message: string): TraceError {
  return new TraceError('journalRefused', { message });
}
