import { becomeOwn, hasForeign } from '../../shared/freeze';
import { TraceError } from '../../shared/formulas';
import { keepOwn, readOwn } from '../bulk/seal';
import { changeSettings, FROZEN, refreshSettings, settingsWith } from '../change-settings';
import { forgetCopy, keepCopy, readCopy } from '../document-copies';
import { documentSettings, type DocumentSettings } from '../office';
import { fit } from '../settings-room';

/** What the setting was when this page read or wrote it last, as JSON; `null`: it did neither. */
let known: string | null = null;
const MEANWHILE = 'somebody else has frozen or thawed formulas meanwhile';

/** The workbook has no room for more frozen formulas. None that it keeps no text of is touched. */
export class FrozenFull extends Error {}

/** Texts that travel with the file: whoever may edit it can have written them. */
export async function readFrozenTexts(): Promise<readonly string[]> {
  const settings = documentSettings();
  if (settings === undefined) return [];
  await refreshSettings(settings);
  known = JSON.stringify(settings.get(FROZEN));
  // Formulas come back only where the cells fit them, so a copy that is out of date does no harm.
  return present(settings);
}

/** {@link hasForeign} of what would be thawed. One mark is good for all of it. */
export async function isForeign(texts: readonly string[]): Promise<boolean> {
  // In the web workbook nobody else has them.
  if (documentSettings()?.isPersonal === true || texts.length === 0) return false;
  const areOwn = await readOwn('frozen', JSON.stringify(texts));
  return hasForeign(texts, () => areOwn);
}

async function present(settings: DocumentSettings): Promise<readonly string[]> {
  return toTexts(settings.get(FROZEN) ?? (await readCopy('frozen')));
}

function toTexts(texts: unknown): readonly string[] {
  return Array.isArray(texts) ? texts.filter((text): text is string => typeof text === 'string') : [];
}

/** Throws {@link FrozenFull}, and `workbookRefused`. */
export async function keepFrozenTexts(texts: readonly string[]): Promise<void> {
  const settings = documentSettings();
  if (settings === undefined) throw refused('it has no settings');
  const wereForeign = await isForeign(await present(settings));
  const changes = new Map([[FROZEN, texts.length === 0 ? null : texts]]);
  const toChanges = (): ReadonlyMap<string, unknown> => {
    if (known !== null && known !== JSON.stringify(settings.get(FROZEN))) throw refused(MEANWHILE);
    if (texts.length > 0 && !fit(settings, settingsWith(settings, changes))) throw new FrozenFull();
    return changes;
  };
  await changeSettings(settings, toChanges, refused);
  known = JSON.stringify(settings.get(FROZEN));
  if (becomeOwn(texts, wereForeign)) await keepOwn('frozen', JSON.stringify(texts));
  await (texts.length === 0 ? forgetCopy('frozen') : keepCopy('frozen', texts, false));
}

function refused(message: string): TraceError {
  return new TraceError('workbookRefused', { message });
}
