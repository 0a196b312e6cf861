type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The small part of a page that this needs. Older browsers and pages served over http may lack it:
 * https://developer.mozilla.org/docs/Web/API/SubtleCrypto.
 */
interface Subtle {
  importKey(is: 'raw', key: Bytes, of: object, canBeTold: false, uses: readonly ['sign']): Promise<unknown>;
  sign(name: 'HMAC', key: unknown, text: Bytes): Promise<ArrayBuffer>;
}
declare const crypto: { readonly subtle?: Subtle };
declare const TextEncoder: new () => { encode(text: string): Bytes };
declare const btoa: (bytes: string) => string;

/** Too long to try all: 22 characters of six bits. */
const MARK_LENGTH = 22;

/**
 * A keyed mark of a text (HMAC-SHA-256, base64url, its first 132 bits). `''` where there is no secret, or where the
 * browser offers no cryptography because the connection is not secure.
 */
export async function hmacMark(secret: string, text: string): Promise<string> {
  const { subtle } = crypto;
  if (secret === '' || subtle === undefined) return '';
  const encoder = new TextEncoder();
  const key = await subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const bytes = new Uint8Array(await subtle.sign('HMAC', key, encoder.encode(text)));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .slice(0, MARK_LENGTH);
}
