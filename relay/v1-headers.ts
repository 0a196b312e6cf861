/** For everything that is not a page: opened as one, it can do nothing. */
export const OTHER_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * The headers of every answer below `/v1`. An answer cost credits and belongs to the key's owner, so no one may cache
 * it. No one may compress it either, including servers on the way: the length of a compressed answer reveals its
 * content (https://www.breachattack.com/).
 */
export const V1_HEADERS = {
  'cache-control': 'no-store, no-transform',
  'content-security-policy': OTHER_POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
