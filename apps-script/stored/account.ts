import {
  DEFAULT_POLICY,
  keepStanding,
  type KeyStanding,
  mostUnasked,
  type OwnFile,
  ownFileToday,
  readOwnFile,
  readPolicy,
  readStanding,
  toAsciiJson,
  UNNAMED_ACCOUNT,
} from '../../shared/formulas';
import type { KeyStore, LedgerOwner, StoredKey } from '../../shared/ports';
import { forgetKeptAccount } from './document-cache';
import { forgetDeposited } from '../formulas/turn';
import { isOwnMistake } from '../own-mistake';
import { ownLedgerIn, spentIn } from './owner-store';
import { inUserStore } from './google-stores';

/** The API key of one user, and the account it belongs to. */
export interface StoredAccount {
  /** Random; part of every cache key, so that no payer sees the answers of another. */
  readonly id: string;
  /** Random, new for each key. */
  readonly keyId: string;
  readonly apiKey: string;
  /** Random; lets the account recognize what it wrote into a file. `''`: none yet. */
  readonly sealKey: string;
  readonly standing: KeyStanding;
  /** The most credits that formulas may spend in one of the user's files on one day; `null`: no limit. */
  readonly dailyLimit: number | null;
  /** The user's choices for this file. */
  readonly ownFile: () => OwnFile;
  /** The user's own copy of what formulas of this file have spent; see `owner-store.ts`. */
  readonly ownLedger: () => string;
  /** The ids of the user's files in which formulas may read the user's lists. */
  readonly filesWithLists: readonly string[];
}

const PROPERTIES = {
  apiKey: 'TRACE_API_KEY',
  accountId: 'TRACE_ACCOUNT_ID',
  keyId: 'TRACE_KEY_ID',
  verdict: 'TRACE_KEY_VERDICT',
  /** Created in the panel: a formula typed by an editor cannot write the owner's properties. */
  sealKey: 'TRACE_SEAL',
} as const;
const FIELDS = Object.keys(PROPERTIES) as readonly (keyof typeof PROPERTIES)[];
/** Formulas here read the property of the file's owner, so editors cannot raise it. */
const LIMIT_PROPERTY = 'TRACE_DAILY_LIMIT';

/** Each is followed by a spreadsheet's id. Formulas there read the property of the file's owner. */
const LISTS_PROPERTY = 'TRACE_LISTS_';
const FILE_PROPERTY = 'TRACE_FILE_';

/**
 * The stored account; `null` if no key is set. Takes one call, since Google counts them. In a formula these are the
 * properties of the spreadsheet's owner, whoever typed it
 * (https://developers.google.com/apps-script/guides/sheets/functions); in the sidebar, those of the user who opened
 * it.
 */
export function readStoredAccount(): StoredAccount | null {
  const properties = inUserStore((properties) => properties.getProperties());
  const apiKey = properties[PROPERTIES.apiKey];
  if (!apiKey) return null;
  const keyId = properties[PROPERTIES.keyId] ?? '';
  return {
    id: properties[PROPERTIES.accountId] || UNNAMED_ACCOUNT,
    keyId,
    apiKey,
    sealKey: properties[PROPERTIES.sealKey] ?? '',
    standing: readStanding(properties[PROPERTIES.verdict], keyId),
    dailyLimit: readLimit(properties[LIMIT_PROPERTY]),
    ownFile: () => ownFileIn(properties),
    ownLedger: () => ownLedgerIn(properties),
    filesWithLists: Object.keys(properties).flatMap((name) =>
      name.startsWith(LISTS_PROPERTY) ? [name.slice(LISTS_PROPERTY.length)] : [],
    ),
  };
}

/** The account that a ledger belongs to. */
export function ownerOf({ id, dailyLimit, ownFile, ownLedger, sealKey }: StoredAccount): LedgerOwner {
  const { policy, day, approved } = ownFile();
  return {
    id,
    dailyLimit,
    policy: policy ?? DEFAULT_POLICY,
    approved: { day, credits: approved },
    noted: spentIn(ownLedger()),
    seal: sealFor({ id, sealKey }),
  };
}

/** An account as other users know it: they cannot read what the owner allows. */
export function strangerOf(id: string): LedgerOwner {
  return { id, dailyLimit: null, policy: null, approved: { day: 0, credits: 0 }, seal: () => '' };
}

/**
 * The signature of a value; `''` if the account has no secret, so that nothing it wrote is recognized. This script
 * writes a document's properties for everyone who may edit the file. Some of the texts would allow more spending, so
 * they carry a signature made with the account's secret, which is in the user's own properties. A valid signature on
 * an older text, or on another file's, only proves that the account once wrote it.
 */
function sealFor({ id, sealKey }: Pick<StoredAccount, 'id' | 'sealKey'>): LedgerOwner['seal'] {
  return (section, value) => {
    if (sealKey === '') return '';
    // Google reads the text as US-ASCII, which would make other characters equal.
    const text = toAsciiJson([section, id, value]);
    return Utilities.base64EncodeWebSafe(Utilities.computeHmacSha256Signature(text, sealKey));
  };
}

/** Stored in the properties of the panel's user. */
export const KEY_STORE: KeyStore = {
  read() {
    const properties = inUserStore((properties) => properties.getProperties());
    return Object.fromEntries(FIELDS.map((field) => [field, properties[PROPERTIES[field]]])) satisfies StoredKey;
  },
  write(changes) {
    const written = FIELDS.flatMap((field) => {
      const value = changes[field];
      return typeof value === 'string' ? [[PROPERTIES[field], value] as const] : [];
    });
    inUserStore((properties) => {
      if (written.length > 0) properties.setProperties(Object.fromEntries(written));
      for (const field of FIELDS) if (changes[field] === null) properties.deleteProperty(PROPERTIES[field]);
    });
    if (changes.apiKey !== undefined || changes.accountId !== undefined) forgetKeptAccount();
    if (changes.apiKey !== undefined) forgetDeposited();
  },
  newId: () => Utilities.getUuid(),
};

/**
 * Needed by a key that was stored by hand: without it, every user without a stored account would share one.
 * @param isPracticing whether a user without a key needs one too; a key that is set later keeps it
 */
export function ensureSealKey(isPracticing = false): void {
  const { apiKey, accountId, sealKey } = KEY_STORE.read();
  if ((accountId && sealKey) || !(apiKey || isPracticing)) return;
  KEY_STORE.write({
    accountId: accountId || KEY_STORE.newId(),
    sealKey: sealKey || KEY_STORE.newId() + KEY_STORE.newId(),
  });
}

/**
 * Stores what a formula learned about the key. If Google refuses, as it does when an editor's formula writes for the
 * owner, the next test stores it.
 */
export function keepHeard(standing: KeyStanding, keyId: string): void {
  try {
    keepStanding(KEY_STORE, standing, keyId);
  } catch (thrown) {
    // No answer depends on this, so Google may refuse it.
    if (isOwnMistake(thrown)) throw thrown;
  }
}

/** The user's own limit in credits, which exists without a key too; `null`: none. */
export function readDailyLimit(): number | null {
  return readLimit(inUserStore((properties) => properties.getProperty(LIMIT_PROPERTY)) ?? undefined);
}

/** Sets whether formulas of this spreadsheet may read this user's lists. Only the owner can decide it. */
export function storeListsAllowed(isAllowed: boolean): void {
  const name = LISTS_PROPERTY + SpreadsheetApp.getActive().getId();
  inUserStore((properties) => {
    if (isAllowed) properties.setProperty(name, '1');
    else properties.deleteProperty(name);
  });
  forgetKeptAccount();
}

/** @param limit in credits; `null` for none */
export function storeDailyLimit(limit: number | null): void {
  inUserStore((properties) => {
    if (limit === null) properties.deleteProperty(LIMIT_PROPERTY);
    else properties.setProperty(LIMIT_PROPERTY, String(limit));
  });
}

/** An unreadable limit becomes the usual one, because the user wanted a limit. */
function readLimit(text: string | undefined): number | null {
  if (text === undefined) return null;
  return mostUnasked(readPolicy({ mode: 'daily', limit: /^\d+$/.test(text) ? Number(text) : null }));
}

/** @param properties the user's. The spreadsheet's id is read only if it matters */
function ownFileIn(properties: Readonly<Record<string, string>>): OwnFile {
  const isAny = Object.keys(properties).some((name) => name.startsWith(FILE_PROPERTY));
  return readOwnFile(isAny ? (properties[ownName()] ?? '') : '');
}

/** The choices of the panel's user, with today's numbers. */
export function ownFileNow(nowMs: number): OwnFile {
  const text = inUserStore((properties) => properties.getProperty(ownName()));
  return ownFileToday(readOwnFile(text ?? ''), nowMs);
}

/** Throws `storeQuota` or `storeRefused`, and then nothing has changed. */
export function changeOwnFile(nowMs: number, change: (now: OwnFile) => OwnFile): void {
  const text = JSON.stringify(change(ownFileNow(nowMs)));
  inUserStore((properties) => properties.setProperty(ownName(), text));
}

export function forgetOwnFile(): void {
  inUserStore((properties) => properties.deleteProperty(ownName()));
}

function ownName(): string {
  return FILE_PROPERTY + SpreadsheetApp.getActive().getId();
}
