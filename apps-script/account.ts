import { type KeyStanding, readStanding, standingToText } from '../shared/formulas';
import { forgetKeptAccount } from './document-cache';
import { tryStore } from './try-store';

/** The API key of one user, and the account it belongs to. */
export interface StoredAccount {
  /** Random; part of every cache key, so that no answer crosses from one payer to another. */
  readonly id: string;
  /** Random, renewed with each key. */
  readonly keyId: string;
  readonly apiKey: string;
  /** Random; by it the account knows again what it has written into a file. `''`: none yet. */
  readonly sealKey: string;
  readonly standing: KeyStanding;
  /** The most that formulas may spend in one of the user's files on one day, in credits; `null`: no limit. */
  readonly dailyLimit: number | null;
  /** The ids of the user's files whose formulas may read the user's lists: of no others. */
  readonly filesWithLists: readonly string[];
}

const KEY_PROPERTY = 'TRACE_API_KEY';
const ACCOUNT_PROPERTY = 'TRACE_ACCOUNT_ID';
const KEY_ID_PROPERTY = 'TRACE_KEY_ID';
/** Made in the panel: a formula that an editor types may write none of the owner's properties. */
const SEAL_PROPERTY = 'TRACE_SEAL';
/** What the service has last said of the key. */
const VERDICT_PROPERTY = 'TRACE_KEY_VERDICT';
/** Only the owner of a file can set what formulas in it read here: an editor cannot raise it. */
const LIMIT_PROPERTY = 'TRACE_DAILY_LIMIT';

/** Followed by the id of a spreadsheet. Only its owner can set what its formulas read here. */
const LISTS_PROPERTY = 'TRACE_LISTS_';

/** The account of a key that was stored without one. */
const UNNAMED_ACCOUNT = 'unnamed';

/**
 * What is stored, or `null` where no key is, in one call: Google counts them. In a formula these are the properties of
 * the spreadsheet's owner, whoever types it (https://developers.google.com/apps-script/guides/sheets/functions); in the
 * sidebar, those of the user who has it open.
 */
export function readStoredAccount(): StoredAccount | null {
  const properties = tryStore(() => PropertiesService.getUserProperties().getProperties());
  const apiKey = properties[KEY_PROPERTY];
  if (!apiKey) return null;
  const keyId = properties[KEY_ID_PROPERTY] ?? '';
  return {
    id: properties[ACCOUNT_PROPERTY] || UNNAMED_ACCOUNT,
    keyId,
    apiKey,
    sealKey: properties[SEAL_PROPERTY] ?? '',
    standing: readStanding(properties[VERDICT_PROPERTY], keyId),
    dailyLimit: readLimit(properties[LIMIT_PROPERTY]),
    filesWithLists: Object.keys(properties).flatMap((name) =>
      name.startsWith(LISTS_PROPERTY) ? [name.slice(LISTS_PROPERTY.length)] : [],
    ),
  };
}

/** @param keepsAccount whether the key belongs to the same organization as the one it replaces */
export function storeApiKey(apiKey: string, keepsAccount: boolean, standing: KeyStanding): void {
  const kept = keepsAccount ? readStoredAccount() : null;
  const keyId = Utilities.getUuid();
  const properties = {
    [KEY_PROPERTY]: apiKey,
    [ACCOUNT_PROPERTY]: kept?.id ?? Utilities.getUuid(),
    [KEY_ID_PROPERTY]: keyId,
    [VERDICT_PROPERTY]: standingToText(standing, keyId),
    [SEAL_PROPERTY]: kept?.sealKey || newSealKey(),
  };
  tryStore(() => PropertiesService.getUserProperties().setProperties(properties));
  forgetKeptAccount();
}

/** For a key that was stored before there were seals. */
export function ensureSealKey({ sealKey }: StoredAccount): void {
  if (sealKey === '') tryStore(() => PropertiesService.getUserProperties().setProperty(SEAL_PROPERTY, newSealKey()));
}

function newSealKey(): string {
  return `${Utilities.getUuid()}${Utilities.getUuid()}`;
}

/**
 * Notes what the service has said of a key, unless another is set by now. Where Google refuses, as it does for what an
 * editor's formula would write of the owner, the next test notes it.
 */
export function keepStanding(standing: KeyStanding, keyId: string): void {
  try {
    const properties = PropertiesService.getUserProperties();
    if (properties.getProperty(KEY_ID_PROPERTY) !== keyId) return;
    properties.setProperty(VERDICT_PROPERTY, standingToText(standing, keyId));
  } catch {
    // Nothing that was asked for depends on it.
  }
}

export function forgetApiKey(): void {
  tryStore(() => {
    const properties = PropertiesService.getUserProperties();
    for (const name of [KEY_PROPERTY, ACCOUNT_PROPERTY, KEY_ID_PROPERTY, VERDICT_PROPERTY, SEAL_PROPERTY]) {
      properties.deleteProperty(name);
    }
  });
  forgetKeptAccount();
}

/** The user's own limit, which is there without a key too. In credits; `null`: none. */
export function readDailyLimit(): number | null {
  return readLimit(tryStore(() => PropertiesService.getUserProperties().getProperty(LIMIT_PROPERTY)) ?? undefined);
}

/** Whether formulas of this spreadsheet may read the lists of this user, if it is the user's own: nobody else can say so. */
export function storeListsAllowed(isAllowed: boolean): void {
  const name = LISTS_PROPERTY + SpreadsheetApp.getActive().getId();
  tryStore(() => {
    const properties = PropertiesService.getUserProperties();
    if (isAllowed) properties.setProperty(name, '1');
    else properties.deleteProperty(name);
  });
  forgetKeptAccount();
}

/** @param limit in credits; `null` for none */
export function storeDailyLimit(limit: number | null): void {
  tryStore(() => {
    const properties = PropertiesService.getUserProperties();
    if (limit === null) properties.deleteProperty(LIMIT_PROPERTY);
    else properties.setProperty(LIMIT_PROPERTY, String(limit));
  });
}

function readLimit(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
