import { hmacMark } from '../../shared/panel';
import { readStored, SEAL, writeStored } from '../key-store';
import { documentUrl } from '../office';

declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

const SECRET_BYTES = 32;

/** The address of the document when this page first asked. It stays the same when the document is saved elsewhere. */
let address: string | null = null;
/** Of a workbook that is kept nowhere yet. */
const unsaved = { secret: '', own: null as string | null };

/** Whether a text of this workbook is the last that this person has kept here. */
export async function readOwn(what: 'frozen', text: string): Promise<boolean> {
  const mark = ownAddress() === '' ? unsaved.own : readStored(`trace.${what}|${ownAddress()}`);
  return mark !== null && mark === (await markOf(text));
}

/** From now on it is {@link readOwn}. */
export async function keepOwn(what: 'frozen', text: string): Promise<void> {
  const mark = await markOf(text);
  if (ownAddress() === '') unsaved.own = mark;
  else writeStored(`trace.${what}|${ownAddress()}`, mark);
}

export function forgetOwn(): void {
  unsaved.own = null;
  if (ownAddress() !== '') writeStored(`trace.frozen|${ownAddress()}`, null);
}

function markOf(text: string): Promise<string> {
  const url = ownAddress();
  return hmacMark(url === '' ? (unsaved.secret ||= makeSecret()) : readSecret(), JSON.stringify([url, text]));
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
