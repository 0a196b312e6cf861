import type { TraceError } from '../../shared/formulas';
import type { DocumentSettings, SettingsResult } from '../office';

/** What formulas of the workbook may spend. */
export const POLICY = 'trace.spendPolicy';
/** Rescans in progress, and reports that were sent. */
export const NOTES = 'trace.notes';

let last: Promise<unknown> | null = null;

/**
 * Sets all of them or none (`null` removes one): if Excel fails to save, the old values are restored. Excel saves
 * every setting as this page has it, so what others have saved is read first:
 * https://learn.microsoft.com/javascript/api/office/office.settings#office-office-settings-refreshasync-member(1). A
 * save elsewhere at the same moment goes unnoticed.
 *
 * @param toChanges called after that read
 */
export function changeSettings(
  settings: DocumentSettings,
  toChanges: () => ReadonlyMap<string, unknown>,
  toError: (message: string) => TraceError,
): Promise<void> {
  return inTurn(async () => {
    await refresh(settings);
    const changes = toChanges();
    if (changes.size === 0) return;
    const before = new Map([...changes.keys()].map((name) => [name, settings.get(name)]));
    setAll(settings, changes);
    try {
      await callExcel((done) => settings.saveAsync(done), toError);
    } catch (thrown) {
      setAll(settings, before);
      throw thrown;
    }
  });
}

/** Reads what another page, or another user of Excel on the web, has saved since this page was opened. */
export function refreshSettings(settings: DocumentSettings): Promise<void> {
  return inTurn(() => refresh(settings));
}

/** A refresh would lose settings that are set but not saved yet. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const turn = (last ?? Promise.resolve()).then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * If Excel cannot read, or claims that the settings are gone (https://github.com/OfficeDev/office-js/issues/594),
 * this page's own copy stays valid.
 */
async function refresh(settings: DocumentSettings): Promise<void> {
  const known = readAll(settings);
  try {
    await callExcel((done) => settings.refreshAsync(done), Error);
  } catch {
    return;
  }
  if (readAll(settings).size === 0) setAll(settings, known);
}

function readAll(settings: DocumentSettings): ReadonlyMap<string, unknown> {
  return new Map(
    [POLICY, NOTES].map((name) => [name, settings.get(name)] as const).filter(([, value]) => value !== null),
  );
}

/**
 * Rejects if Excel reports a failure.
 * @param toError receives Excel's own message
 */
function callExcel(
  ask: (done: (result?: SettingsResult) => void) => void,
  toError: (message: string) => Error,
): Promise<void> {
  return new Promise((resolve, reject) => {
    ask((result) => {
      if (result?.status !== 'failed') resolve();
      else reject(toError(result.error?.message ?? 'Excel does not say why'));
    });
  });
}

function setAll(settings: DocumentSettings, values: ReadonlyMap<string, unknown>): void {
  for (const [name, value] of values) {
    if (value === null || value === undefined) settings.remove(name);
    else settings.set(name, value);
  }
}
