import type { LedgerStore } from '../../shared/ports';
import { withPauses } from './google-stores';

/**
 * Longer texts in the spreadsheet's properties, which every user of the file can read: answers and the spending
 * ledger, never a key. Google keeps 500 KB for all and 9 KB in one
 * (https://developers.google.com/apps-script/guides/services/quotas), so each text has its share and is cut into
 * parts.
 */

/** In characters; everything written here is ASCII. */
export const BUDGET = {
  /** What formulas have shown. */
  TRACE_SHOWN: 240_000,
  /** The companies that were paid for. */
  TRACE_PAID: 170_000,
  /** The companies that enrichments on another account than the formulas' have paid for. */
  TRACE_GUEST: 24_000,
  /** Today's spending and its account; the policy. */
  TRACE_SPENT: 8_000,
  TRACE_POLICY: 1_000,
} as const;

/** The longest text in one property. */
export const CHUNK_LENGTH = 8_800;

export type DocumentText = keyof typeof BUDGET;

const SEPARATOR = '|';
/** The number of parts, the id of the write, and the first part. */
const FIRST_CHUNK = /^(\d+)\|([^|]*)\|([\s\S]*)$/;

/** The texts of one spreadsheet, for one run, which reads them in one call. */
export class DocumentStore implements LedgerStore {
  private known: Readonly<Record<string, string>> | null = null;

  /** Whether Google allows reading at all. */
  get isReadable(): boolean {
    this.properties();
    return this.known !== null;
  }

  /** Whether Google provides no properties, rather than refusing once. */
  get isMissing(): boolean {
    try {
      return (PropertiesService.getDocumentProperties() as object | null) === null;
    } catch {
      return false;
    }
  }

  /** Drops read texts, so that changes by others count from now on. */
  refresh(): void {
    this.known = null;
  }

  /** A text; `''` if there is none, a part is missing, or its parts are of different writes. */
  read(name: DocumentText): string {
    const stored = this.properties();
    const [, count = '', stamp = '', first = ''] = FIRST_CHUNK.exec(stored[`${name}_0`] ?? '') ?? [];
    const chunks = [first];
    for (let chunk = 1; chunk < Number(count); chunk += 1) {
      const text = stored[`${name}_${chunk}`] ?? '';
      const prefix = `${stamp}${SEPARATOR}`;
      if (!text.startsWith(prefix)) return '';
      chunks.push(text.slice(prefix.length));
    }
    return chunks.join('');
  }

  /**
   * Writes texts in one call, and removes surplus parts of longer ones. A text over its budget is not written. If
   * Google refuses, the old texts stay.
   *
   * @returns whether Google accepted all of it
   */
  write(texts: Readonly<Partial<Record<DocumentText, string>>>): boolean {
    const before = this.properties();
    const names = Object.keys(texts) as DocumentText[];
    const written = Object.assign({}, ...names.map((name) => toChunks(name, texts[name] ?? ''))) as typeof before;
    const left = Object.keys(before).filter(
      (stored) => names.some((name) => `${name}_0` in written && stored.startsWith(`${name}_`)) && !(stored in written),
    );
    try {
      const properties = PropertiesService.getDocumentProperties();
      withPauses(() => properties.setProperties(written));
      for (const stored of left) properties.deleteProperty(stored);
      this.known = { ...before, ...written };
      return names.every((name) => `${name}_0` in written);
    } catch {
      // A text that was not saved is asked for again.
      return false;
    }
  }

  /** Like {@link write}, for one short text, but reads it back, because money may be spent on the strength of it. */
  writeForCertain(name: DocumentText, text: string): boolean {
    if (!this.write({ [name]: text })) return false;
    const first = `${name}_0`;
    try {
      return PropertiesService.getDocumentProperties().getProperty(first) === this.properties()[first];
    } catch {
      return false;
    }
  }

  private properties(): Readonly<Record<string, string>> {
    try {
      return (this.known ??= withPauses(() => PropertiesService.getDocumentProperties().getProperties()));
    } catch {
      return {};
    }
  }
}

function toChunks(name: DocumentText, text: string): Record<string, string> {
  const chunks: Record<string, string> = {};
  if (text.length > BUDGET[name]) return chunks;
  const stamp = newId();
  const count = Math.max(1, Math.ceil(text.length / CHUNK_LENGTH));
  for (let chunk = 0; chunk < count; chunk += 1) {
    const head = chunk === 0 ? `${count}${SEPARATOR}${stamp}` : stamp;
    chunks[`${name}_${chunk}`] = `${head}${SEPARATOR}${text.slice(chunk * CHUNK_LENGTH, (chunk + 1) * CHUNK_LENGTH)}`;
  }
  return chunks;
}

/** 8 random digits. */
export function newId(): string {
  return Utilities.getUuid().slice(0, 8);
}
