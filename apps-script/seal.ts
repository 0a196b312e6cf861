import type { StoredAccount } from './account';

/**
 * What a document holds of an account's money was perhaps written by somebody else. So it goes with a mark that nobody can
 * make without the account's secret, which is in the user's own properties. What was true once stays true: of an older or
 * another file's text under a good mark, no more is known than the account itself had written.
 */

export type Sealer = Pick<StoredAccount, 'id' | 'sealKey'>;

/** Says what is sealed, so that no mark serves for something else. */
export type Sealed = 'paid' | 'guest' | 'doubts' | 'journal';

/** Google takes the text as US-ASCII, so that other characters would be alike. */
const ASCII = /^[ -~]*$/;

/** `''` where the account has no secret: then nothing it wrote is known again. */
export function sealOf(what: Sealed, value: unknown, { id, sealKey }: Sealer): string {
  const text = JSON.stringify([what, id, value]);
  if (sealKey === '' || !ASCII.test(text)) return '';
  return Utilities.base64EncodeWebSafe(Utilities.computeHmacSha256Signature(text, sealKey));
}

export function isSealed(mark: unknown, what: Sealed, value: unknown, sealer: Sealer): boolean {
  return typeof mark === 'string' && mark !== '' && mark === sealOf(what, value, sealer);
}
