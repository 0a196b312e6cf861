/** For anything that is not a page: opened as one, it can do nothing. */
export const OTHER_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * Of every answer below `/v1`. It cost credits and belongs to the owner of the key, so nobody keeps it. Nobody packs it
 * either, servers on the way included: the length of a packed answer tells about its content
 * (https://www.breachattack.com/).
 */
export const V1_HEADERS = {
  'cache-control': 'no-store, no-transform',
  'content-security-policy': OTHER_POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
