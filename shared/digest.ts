/** https://www.rfc-editor.org/rfc/rfc4648#section-5, six bits a digit. */
export const BASE64URL_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A local name, because it is called for each character of a column and globals are slow where tests run. */
const { imul } = Math;

/**
 * FNV-1a over the UTF-16 code units of a text. It spreads similar texts well and protects no secret.
 * http://www.isthe.com/chongo/tech/comp/fnv/
 *
 * @param seed changes the hash; by default the algorithm's own
 * @returns 32 bits, signed
 */
export function fnv1a(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}

export const CODE_LENGTH = 6;

/** A 36-bit code of a company, to recognize a row or a payment. */
export function codeOf(identifier: string): string {
  return toDigits(identifier, CODE_LENGTH);
}

/** Hashes of 12 bits each, with different seeds. @param digits the number of base64url digits, an even number */
export function toDigits(text: string, digits: number): string {
  let code = '';
  for (let pair = 0; pair < digits / 2; pair += 1) {
    let hash = fnv1a(text, (0x811c9dc5 + pair * 0x9e3779b1) | 0);
    hash = imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 12;
    code += BASE64URL_DIGITS[(hash >>> 3) & 63]! + BASE64URL_DIGITS[(hash >>> 17) & 63]!;
  }
  return code;
}
