import { DAY_MS, readPayerId } from '../../shared/formulas';
import type { LedgerStore, LedgerText } from '../../shared/ports';
import { DocumentStore, type DocumentText } from './document-store';
import { inUserStore } from './google-stores';

/** Followed by a spreadsheet's id, in its owner's properties. */
const PROPERTY = 'TRACE_LEDGER_';
/** In characters, all ASCII. Google keeps 500 KB for a user, over all files. */
const MOST_LENGTH = 4_000;
const MOST_FILES = 40;
/** How many companies of each kind a file's ledger has room for. */
const MOST_COMPANIES = 240;

/** What is stored for each file: when formulas last spent (milliseconds since 1970), and the texts, one a line. */
const TEXTS = ['TRACE_SPENT', 'TRACE_PAID'] as const satisfies readonly LedgerText[];

/**
 * The ledger of a file in its owner's properties, for formulas that get no document properties. Google does not let
 * an editor's formula write there. The file's own limit cannot be read, so only the owner's choice counts.
 */
export class OwnerStore implements LedgerStore {
  readonly isOwners = true;
  readonly mostCompanies = MOST_COMPANIES;
  private known: readonly string[] | null = null;

  get isReadable(): boolean {
    this.lines();
    return this.known !== null;
  }

  /** When formulas last spent (milliseconds since 1970); 0: never. */
  get writtenAtMs(): number {
    return Number(this.lines()[0] ?? 0);
  }

  refresh(): void {
    this.known = null;
  }

  read(name: LedgerText): string {
    if (name === 'TRACE_POLICY') return '{"mode":"freely"}';
    return this.lines()[1 + TEXTS.findIndex((text) => text === name)] ?? '';
  }

  write(texts: Readonly<Partial<Record<LedgerText, string>>>): boolean {
    const lines = [String(Date.now()), ...TEXTS.map((name) => texts[name] ?? this.read(name))];
    const text = lines.join('\n');
    if (!this.isReadable || text.length > MOST_LENGTH) return false;
    try {
      if (this.writtenAtMs === 0) dropOldest();
      inUserStore((properties) => properties.setProperty(ownName(), text));
      this.known = lines;
      return true;
    } catch {
      // Google always refuses this to an editor's formula.
      return false;
    }
  }

  writeForCertain(name: LedgerText, text: string): boolean {
    if (!this.write({ [name]: text })) return false;
    const written = this.known?.join('\n');
    try {
      return inUserStore((properties) => properties.getProperty(ownName())) === written;
    } catch {
      return false;
    }
  }

  private lines(): readonly string[] {
    try {
      this.known ??= (inUserStore((properties) => properties.getProperty(ownName())) ?? '').split('\n');
      return this.known;
    } catch {
      return [];
    }
  }
}

/** All lines of this file's ledger; `''`: there is none. @param properties the user's */
export function ownLedgerIn(properties: Readonly<Record<string, string>>): string {
  const isAny = Object.keys(properties).some((name) => name.startsWith(PROPERTY));
  return isAny ? (properties[ownName()] ?? '') : '';
}

/** {@link ownLedgerIn}, read again, since other runs write it. Throws `storeQuota` or `storeRefused`. */
export function readOwnLedger(): string {
  return inUserStore((properties) => properties.getProperty(ownName())) ?? '';
}

/** The part about the day's spending. */
export function spentIn(ledger: string): string {
  return ledger.split('\n')[1] ?? '';
}

/**
 * Copies the document's record of the day's spending to the owner's properties, for times at which formulas get no
 * document properties.
 */
function mirrorSpent(text: string): void {
  try {
    const ledger = readOwnLedger();
    const [writtenAtMs = '', , paid = ''] = ledger.split('\n');
    if (ledger === '') dropOldest();
    const mirrored = [writtenAtMs || '0', withoutDoubts(text), paid].join('\n');
    inUserStore((properties) => properties.setProperty(ownName(), mirrored));
  } catch {
    // Google refuses it to a formula that an editor has typed; the owner's next one writes it.
  }
}

/** The text without companies in doubt, which take room. They count again when they are asked for. */
function withoutDoubts(text: string): string {
  const [account, counters] = JSON.parse(text) as [account: string, counters: object];
  return JSON.stringify([account, { ...counters, doubts: '' }, '']);
}

/**
 * The ledger that formulas write, as far as this user can see it: in the user's own properties, if it was written
 * there today or nowhere else, and otherwise in the document's.
 */
export function ledgerOfFormulas(nowMs: number): LedgerStore {
  const own = new OwnerStore();
  const document = new DocumentStore();
  const isOwn = own.writtenAtMs > 0 && (isToday(own.writtenAtMs, nowMs) || readPayerId(document) === null);
  return isOwn ? own : document;
}

/** Whether a moment is on today's date, as limits count it. */
function isToday(atMs: number, nowMs: number): boolean {
  return Math.floor(atMs / DAY_MS) === Math.floor(nowMs / DAY_MS);
}

export function forgetOwnerStore(): void {
  inUserStore((properties) => properties.deleteProperty(ownName()));
}

/** Makes room for one more file. */
function dropOldest(): void {
  inUserStore((properties) => {
    const files = Object.entries(properties.getProperties()).filter(([name]) => name.startsWith(PROPERTY));
    const oldestFirst = files.sort(([, a], [, b]) => parseInt(a, 10) - parseInt(b, 10));
    for (const [name] of oldestFirst.slice(0, Math.max(0, files.length + 1 - MOST_FILES)))
      properties.deleteProperty(name);
  });
}

function ownName(): string {
  return PROPERTY + SpreadsheetApp.getActive().getId();
}

/**
 * The document's texts, for formulas. Google may give them the document's properties at some times of a day and not
 * at others, so what a limit depends on is copied to the owner's properties too.
 */
export class MirroredStore extends DocumentStore {
  override writeForCertain(name: DocumentText, text: string): boolean {
    if (!super.writeForCertain(name, text)) return false;
    if (name === 'TRACE_SPENT') mirrorSpent(text);
    return true;
  }
}
