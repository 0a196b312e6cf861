import type { JournalSeal } from '../../shared/ports';
import { hmacMark } from '../../shared/panel';
import { readStored, SEAL, writeStored } from '../key-store';
import { documentUrl } from '../office';

declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

const SECRET_BYTES = 32;

/**
 * The secret is kept in this browser, or this Excel: on another computer nobody recognizes a run. A workbook that was
 * never saved cannot be told from others, so its runs are nobody's once the page is closed.
 */
export const PAGE_SEAL: JournalSeal = {
  async mark(text) {
    const url = documentUrl();
    return url === '' ? '' : hmacMark(readSecret(), JSON.stringify([url, text]));
  },
  async newest(run) {
    const [kept, sequence] = readNewest();
    return kept === run && typeof sequence === 'number' ? sequence : null;
  },
  async keep(run, sequence) {
    const url = documentUrl();
    if (url === '' || (sequence === null && readNewest()[0] !== run)) return;
    writeStored(`trace.run|${url}`, sequence === null ? null : JSON.stringify([run, sequence]));
  },
};

function readSecret(): string {
  const kept = readStored(SEAL);
  if (kept !== null && kept.length === 2 * SECRET_BYTES) return kept;
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const secret = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  writeStored(SEAL, secret);
  return secret;
}

function readNewest(): readonly unknown[] {
  try {
    const kept: unknown = JSON.parse(readStored(`trace.run|${documentUrl()}`) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
