import type { LedgerOwner, LedgerStore, LedgerText } from '../../shared/credits/ledger-store';

/** Texts of a document. Reads or writes may be refused, as Google does if they are frequent. */
export class MemoryLedgerStore implements LedgerStore {
  readonly texts = new Map<string, string>();
  isReadable = true;
  isWritable = true;
  /** In order, by name. */
  readonly written: string[] = [];

  constructor(texts: Readonly<Record<string, unknown>> = {}) {
    for (const [name, value] of Object.entries(texts)) this.texts.set(name, JSON.stringify(value));
  }

  read(name: LedgerText): string {
    return this.isReadable ? (this.texts.get(name) ?? '') : '';
  }

  write(texts: Readonly<Partial<Record<LedgerText, string>>>): boolean {
    if (!this.isWritable) return false;
    for (const [name, text] of Object.entries(texts)) {
      this.written.push(name);
      this.texts.set(name, text);
    }
    return true;
  }

  writeForCertain(name: LedgerText, text: string): boolean {
    return this.write({ [name]: text }) && this.isReadable;
  }

  refresh(): void {
    // Each text is read again.
  }

  /** The stored texts, parsed as JSON. */
  get stored(): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...this.texts].map(([name, text]) => [name, JSON.parse(text) as unknown]));
  }
}

/** Readable signatures, which say who wrote what. */
export function markOf(id: string, part: string, value: unknown): string {
  return `${id} ${part} ${JSON.stringify(value)}`;
}

export function ownerOf(id: string, dailyLimit: number | null = null): LedgerOwner {
  return {
    id,
    dailyLimit,
    policy: { mode: 'freely' },
    approved: { day: 0, credits: 0 },
    seal: (part, value) => markOf(id, part, value),
  };
}
