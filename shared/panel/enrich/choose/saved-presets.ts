import type { BulkHost } from '../../bulk-host';
import { attempt, type Attempted } from '../../common/bulk-engine';
import { presetsToText, readPresets, type Preset } from './presets';

/** A host may take seconds, so reads and changes of this page run one after another. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(act: () => Promise<T>): Promise<Attempted<T>> {
  const done = last.then(() => attempt(act));
  last = done;
  return done;
}

export function readSavedPresets(host: BulkHost): Promise<Attempted<readonly Preset[]>> {
  return inTurn(async () => readPresets(await host.readPresets()));
}

/**
 * Changes what is saved now: another page may have saved more.
 *
 * @param toNext returns `null` where nothing may be changed
 */
export function changePresets(
  host: BulkHost,
  toNext: (now: readonly Preset[]) => readonly Preset[] | null,
): Promise<Attempted<readonly Preset[] | null>> {
  return inTurn(async () => {
    const next = toNext(readPresets(await host.readPresets()));
    if (next !== null) await host.writePresets(presetsToText(next));
    return next;
  });
}
