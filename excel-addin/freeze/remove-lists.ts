import { TraceError } from '../../shared/formulas';
import { findHiddenNames } from '../bulk/hidden-names';
import { onWorkbook } from '../bulk/on-workbook';
import { changeSettings, FROZEN } from '../change-settings';
import { documentSettings } from '../office';
import { removeList } from './list-sheet';

/** Hidden names of columns of an earlier version. */
const EARLIER_NAMES = '_TraceFrozen.';

/** Removes the list of frozen formulas, and what an earlier version kept of them. The cells keep their values. */
export async function removeLists(): Promise<void> {
  await onWorkbook(async (context) => {
    await removeList(context);
    for (const item of await findHiddenNames(context, EARLIER_NAMES)) item.delete();
    await context.sync();
  });
  const settings = documentSettings();
  const changes = new Map([[FROZEN, null]]);
  const toError = (message: string): TraceError => new TraceError('workbookRefused', { message });
  if (settings !== undefined) await changeSettings(settings, () => changes, toError);
}
