import { tryStore } from './try-store';

/** The API key of one user, and the account it belongs to. */
export interface StoredAccount {
  /** Random; part of every cache key, so that no answer crosses from one payer to another. */
  readonly id: string;
  readonly apiKey: string;
}

const KEY_PROPERTY = 'TRACE_API_KEY';
const ACCOUNT_PROPERTY = 'TRACE_ACCOUNT_ID';

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
  return apiKey ? { id: properties[ACCOUNT_PROPERTY] || UNNAMED_ACCOUNT, apiKey } : null;
}

/** @param keepsAccount whether the key belongs to the same organization as the one it replaces */
export function storeApiKey(apiKey: string, keepsAccount: boolean): void {
  const id = (keepsAccount ? readStoredAccount()?.id : undefined) ?? Utilities.getUuid();
  const properties = { [KEY_PROPERTY]: apiKey, [ACCOUNT_PROPERTY]: id };
  tryStore(() => PropertiesService.getUserProperties().setProperties(properties));
}

export function forgetApiKey(): void {
  tryStore(() => {
    const properties = PropertiesService.getUserProperties();
    properties.deleteProperty(KEY_PROPERTY);
    properties.deleteProperty(ACCOUNT_PROPERTY);
  });
}
