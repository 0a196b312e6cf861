import { LEASE_MS } from '../../shared/runs';
import type { HostPorts, Lease } from '../../shared/ports';
import { readStored, writeStored, type StoredName } from '../key-store';
import { documentUrl } from '../office';

/** https://developer.mozilla.org/docs/Web/API/Web_Locks_API; missing in older web views and on pages without https. */
interface Locks {
  request(
    name: string,
    options: { readonly ifAvailable: true },
    work: (lock: unknown) => void | Promise<void>,
  ): Promise<void>;
}
declare const navigator: { readonly locks?: Locks } | undefined;

/** This page's hold on the file, as seen by other pages. */
interface Hold {
  prolong(holder: string, untilMs: number): void;
  letGo(): void;
}

let held: { readonly holder: string; untilMs: number; readonly hold: Hold } | null = null;

/**
 * One panel at a time writes into a file. Panels in the same browser, or in Excel on one computer, see each other's
 * lease, and a closed page holds nothing. Anybody who has the file open elsewhere is not seen: the workbook's settings
 * arrive too late for that, and only an unfinished run shows in the journal.
 */
export const LEASE: HostPorts['file'] = {
  async hold(holder, forMs): Promise<Lease> {
    const nowMs = Date.now();
    const untilMs = nowMs + Math.min(forMs, LEASE_MS);
    if (held !== null && held.untilMs > nowMs && held.holder !== holder) {
      return { is: 'elsewhere', untilMs: held.untilMs };
    }
    // Another page may have taken a lapsed lease meanwhile.
    if (held !== null && held.untilMs <= nowMs) letGo();
    if (held === null) {
      const hold = await takeFile(nowMs);
      if (typeof hold === 'number') return { is: 'elsewhere', untilMs: Math.max(hold, untilMs) };
      held = { holder, untilMs, hold };
    }
    held.untilMs = untilMs;
    held.hold.prolong(holder, untilMs);
    return { is: 'held' };
  },
  async release(holder) {
    if (held?.holder === holder) letGo();
  },
};

/** Whether a task of this very page is changing the file. */
export function isHeldHere(): boolean {
  return held !== null && held.untilMs > Date.now();
}

function letGo(): void {
  held?.hold.letGo();
  held = null;
}

/** A number: another page holds it, until then as far as known. */
async function takeFile(nowMs: number): Promise<Hold | number> {
  const url = documentUrl();
  // No other page can have an unsaved file open.
  if (url === '') return { prolong: () => undefined, letGo: () => undefined };
  const name = `trace.lease|${url}` as const;
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks === undefined ? takeStored(name, nowMs) : takeLock(locks, name, nowMs);
}

function takeLock(locks: Locks, name: string, nowMs: number): Promise<Hold | number> {
  return new Promise((resolve, reject) => {
    const work = (lock: unknown): void | Promise<void> => {
      if (lock === null) return resolve(nowMs);
      return new Promise<void>((release) => {
        let lapse = setTimeout(release, LEASE_MS);
        const prolong = (): void => {
          clearTimeout(lapse);
          lapse = setTimeout(release, LEASE_MS);
        };
        const letGoOfLock = (): void => {
          clearTimeout(lapse);
          release();
        };
        resolve({ prolong, letGo: letGoOfLock });
      });
    };
    locks.request(name, { ifAvailable: true }, work).catch(reject);
  });
}

/** Expires by itself, since a closed page can no longer remove it. */
function takeStored(name: StoredName, nowMs: number): Hold | number {
  const untilMs = readUntil(readStored(name));
  // A later end did not come from a page of ours.
  if (untilMs > nowMs && untilMs <= nowMs + LEASE_MS) return untilMs;
  return {
    prolong: (holder, until) => writeStored(name, JSON.stringify({ holder, untilMs: until })),
    letGo: () => writeStored(name, null),
  };
}

function readUntil(text: string | null): number {
  try {
    const { untilMs } = JSON.parse(text ?? '{}') as { readonly untilMs?: unknown };
    return typeof untilMs === 'number' ? untilMs : 0;
  } catch {
    return 0;
  }
}
