/** As long as a forger could not try all of them: 22 characters of six bits. */
const MARK_LENGTH = 22;

/**
 * A keyed mark (HMAC-SHA-256, base64url, its first 132 bits) of a text. `''` where there is no secret, or the page came by a
 * connection that browsers do not trust with cryptography: https://developer.mozilla.org/docs/Web/API/SubtleCrypto.
 */
export async function hmacMark(secret: string, text: string): Promise<string> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (secret === '' || subtle === undefined) return '';
  const toBytes = (each: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(each);
  const hash = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle.importKey('raw', toBytes(secret), hash, false, ['sign']);
  const bytes = new Uint8Array(await subtle.sign('HMAC', key, toBytes(text)));
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replace(/\+/g, '-').replace(/\//g, '_').slice(0, MARK_LENGTH);
}
