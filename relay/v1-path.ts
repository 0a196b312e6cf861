/** A decoded part of a path: no further encoding, no separator, no parameter (`..;`), no control character. */
const PLAIN_PART = /^[^/\\%;\u0000-\u001f\u007f]+$/;
/** `..`, and variants that some servers treat alike, such as `.. ` with a trailing space. */
const DOTS = /^[.\s]+$/;

/**
 * Whether a path may be forwarded: `/v1` and plain segments below it. A segment that means something else once
 * decoded (`..`, a slash, a second encoding) could leave `/v1` on the other server, so it is refused rather than
 * repaired.
 */
export function isV1Path(path: string): boolean {
  const [start, version, ...parts] = path.split('/');
  return start === '' && version === 'v1' && parts.length > 0 && parts.every(isPlainPart);
}

function isPlainPart(part: string): boolean {
  try {
    const decoded = decodeURIComponent(part);
    return PLAIN_PART.test(decoded) && !DOTS.test(decoded);
  } catch {
    return false;
  }
}
