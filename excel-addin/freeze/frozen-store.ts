import { TraceError } from '../../shared/formulas';
import { changeSettings, FROZEN, refreshSettings, settingsWith } from '../change-settings';
import { forgetCopy, keepCopy, readCopy } from '../document-copies';
import { documentSettings } from '../office';
import { fit } from '../settings-room';

/** The workbook has no room for more frozen formulas. None that it keeps no text of is touched. */
export class FrozenFull extends Error {}

/** Texts that travel with the file: whoever may edit it can have written them. */
export async function readFrozenTexts(): Promise<readonly string[]> {
  const settings = documentSettings();
  if (settings === undefined) return [];
  await refreshSettings(settings);
  // Formulas come back only where the cells fit them, so a copy that is out of date does no harm.
  const texts: unknown = settings.get(FROZEN) ?? (await readCopy('frozen'));
  return Array.isArray(texts) ? texts.filter((text): text is string => typeof text === 'string') : [];
}

/** Throws {@link FrozenFull}, and `workbookRefused`. */
export async function keepFrozenTexts(texts: readonly string[]): Promise<void> {
  const settings = documentSettings();
  if (settings === undefined) throw refused('it has no settings');
  const changes = new Map([[FROZEN, texts.length === 0 ? null : texts]]);
  const toChanges = (): ReadonlyMap<string, unknown> => {
    if (texts.length > 0 && !fit(settings, settingsWith(settings, changes))) throw new FrozenFull();
    return changes;
  };
  await changeSettings(settings, toChanges, refused);
  await (texts.length === 0 ? forgetCopy('frozen') : keepCopy('frozen', texts, false));
}

function refused(message: string): TraceError {
  return new TraceError('workbookRefused', { message });
}
