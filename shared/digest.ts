/** https://www.rfc-editor.org/rfc/rfc4648#section-5, six bits a digit. */
export const BASE64URL_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** By its own name: it is called for each letter of a column, and where tests run a global is looked up slowly. */
const { imul } = Math;

/**
 * FNV-1a over the UTF-16 code units of a text: spreads texts that are alike, and keeps no secret.
 * http://www.isthe.com/chongo/tech/comp/fnv/
 *
 * @param seed another one makes another hash; the algorithm's own by default
 * @returns 32 bits, signed
 */
export function fnv1a(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}
