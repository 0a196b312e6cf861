import type { GridPerformers, Lease } from '../../shared/index';
import { readStored, writeStored, type StoredName } from '../key-store';
import { documentUrl } from '../office';

interface Held {
  readonly holder: string;
  readonly untilMs: number;
}

/** https://developer.mozilla.org/docs/Web/API/Web_Locks_API; missing where the page came without https. */
declare const navigator: { readonly locks?: { request<T>(name: string, work: () => T): Promise<T> } } | undefined;

/** Of a file that is not saved yet: no other page can have it open. */
let unsaved: Held | null = null;

/**
 * One panel at a time writes into a file. Panels of the same browser, or of Excel on one computer, see each other's lease.
 * Somebody who has the file open elsewhere does not: what holds for the workbook's settings reaches others too late for
 * that, and only an unfinished run shows in the journal.
 */
export const LEASE: Pick<GridPerformers, 'lease' | 'release'> = {
  lease: ({ holder, forMs }) =>
    alone((): Lease => {
      const held = readHeld();
      const nowMs = Date.now();
      if (held !== null && held.holder !== holder && held.untilMs > nowMs) {
        return { is: 'elsewhere', untilMs: held.untilMs };
      }
      keepHeld({ holder, untilMs: nowMs + forMs });
      return { is: 'held' };
    }),
  release: ({ holder }) =>
    alone(() => {
      if (readHeld()?.holder === holder) keepHeld(null);
    }),
};

/** What is read and written in between belongs together. */
async function alone<T>(work: () => T): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks === undefined ? work() : locks.request('trace.lease', work);
}

function leaseName(): StoredName | null {
  const url = documentUrl();
  return url === '' ? null : `trace.lease|${url}`;
}

function readHeld(): Held | null {
  const name = leaseName();
  if (name === null) return unsaved;
  try {
    const { holder, untilMs } = JSON.parse(readStored(name) ?? '{}') as Partial<Held>;
    return typeof holder === 'string' && typeof untilMs === 'number' ? { holder, untilMs } : null;
  } catch {
    return null;
  }
}

function keepHeld(held: Held | null): void {
  const name = leaseName();
  if (name === null) unsaved = held;
  else writeStored(name, held === null ? null : JSON.stringify(held));
}
