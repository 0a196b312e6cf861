import { TraceError } from '../../shared/formulas';
import { changeSettings, NOTES, refreshSettings } from '../stored/change-settings';
import { documentSettings } from '../office';

/** What the panel stores in the workbook besides record and policy, in a setting of the add-in. */
export async function readNotes(): Promise<string> {
  const settings = documentSettings();
  if (settings === undefined) return '';
  await refreshSettings(settings);
  const text = settings.get(NOTES);
  return typeof text === 'string' ? text : '';
}

/** Throws `workbookRefused`. */
export async function writeNotes(text: string): Promise<void> {
  const settings = documentSettings();
  if (settings === undefined) return;
  const toChanges = (): ReadonlyMap<string, unknown> => {
    if ((settings.get(NOTES) ?? '') === text) return new Map();
    return new Map([[NOTES, text === '' ? null : text]]);
  };
  await changeSettings(settings, toChanges, (message) => new TraceError('workbookRefused', { message }));
}
