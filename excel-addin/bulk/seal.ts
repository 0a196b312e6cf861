import type { JournalSeal } from '../../shared/ports';
import { hmacMark } from '../../shared/panel';
import { readStored, SEAL, writeStored } from '../key-store';
import { documentUrl } from '../office';

declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

const SECRET_BYTES = 32;

/**
 * The address of the document when this page first asked. It stays the same when the document is saved elsewhere, so
 * that the page still knows its runs. `null`: not asked yet.
 */
let address: string | null = null;
/** Of a workbook that is kept nowhere yet: by it this page knows its runs, and nobody else does. */
const unsaved = { secret: '', newest: null as string | null, own: null as string | null };

/**
 * The secret is kept in this browser, or this Excel: on another computer nobody recognizes a run. A workbook that was
 * never saved cannot be told from others, so its runs are nobody's once the page is closed.
 */
export const PAGE_SEAL: JournalSeal = {
  async mark(text) {
    const url = ownAddress();
    return hmacMark(url === '' ? (unsaved.secret ||= makeSecret()) : readSecret(), JSON.stringify([url, text]));
  },
  async newest(run) {
    const [kept, sequence] = readNewest();
    return kept === run && typeof sequence === 'number' ? sequence : null;
  },
  async keep(run, sequence) {
    if (sequence === null && readNewest()[0] !== run) return;
    const text = sequence === null ? null : JSON.stringify([run, sequence]);
    if (ownAddress() === '') unsaved.newest = text;
    else writeStored(`trace.run|${ownAddress()}`, text);
  },
};

/** Whether a text of this workbook is the last that this person has kept here. */
export async function readOwn(what: 'frozen', text: string): Promise<boolean> {
  const mark = ownAddress() === '' ? unsaved.own : readStored(`trace.${what}|${ownAddress()}`);
  return mark !== null && mark === (await PAGE_SEAL.mark(text));
}

/** From now on it is {@link readOwn}. */
export async function keepOwn(what: 'frozen', text: string): Promise<void> {
  const mark = await PAGE_SEAL.mark(text);
  if (ownAddress() === '') unsaved.own = mark;
  else writeStored(`trace.${what}|${ownAddress()}`, mark);
}

/** Whatever run this person had here last, and what they have frozen. */
export function forgetNewest(): void {
  unsaved.newest = null;
  unsaved.own = null;
  if (ownAddress() === '') return;
  writeStored(`trace.run|${ownAddress()}`, null);
  writeStored(`trace.frozen|${ownAddress()}`, null);
}

function ownAddress(): string {
  return (address ??= documentUrl());
}

function readSecret(): string {
  const kept = readStored(SEAL);
  if (kept !== null && kept.length === 2 * SECRET_BYTES) return kept;
  const secret = makeSecret();
  writeStored(SEAL, secret);
  return secret;
}

function makeSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readNewest(): readonly unknown[] {
  try {
    const url = ownAddress();
    const text = url === '' ? unsaved.newest : readStored(`trace.run|${url}`);
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
