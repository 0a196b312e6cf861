import type { StoredAccount } from './account';

/**
 * Somebody else may have written what a document says of an account's money. So it carries a mark that nobody can make
 * without the account's secret, which is in the user's own properties. An older text, or another file's, under a valid
 * mark only proves that the account once wrote it.
 */

export type Sealer = Pick<StoredAccount, 'id' | 'sealKey'>;

/** Says what is sealed, so that no mark fits anything else. */
export type Sealed = 'paid' | 'apart' | 'guest' | 'doubts' | 'journal' | 'retry' | 'frozen';

/** `''` where the account has no secret: then nothing it wrote is recognized. */
export function sealOf(what: Sealed, value: unknown, { id, sealKey }: Sealer): string {
  if (sealKey === '') return '';
  // Google reads the text as US-ASCII, which would make other characters equal.
  const text = toAscii(JSON.stringify([what, id, value]));
  return Utilities.base64EncodeWebSafe(Utilities.computeHmacSha256Signature(text, sealKey));
}

export function isSealed(mark: unknown, what: Sealed, value: unknown, sealer: Sealer): boolean {
  return typeof mark === 'string' && mark !== '' && mark === sealOf(what, value, sealer);
}

/** @param json which then says the same */
export function toAscii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
