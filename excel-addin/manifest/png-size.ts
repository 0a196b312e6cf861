import { readFileSync, statSync } from 'node:fs';

const SIGNATURE = '\x89PNG\r\n\x1a\n';

/**
 * The side of a square PNG in pixels, from its header (https://www.w3.org/TR/png-3/#11IHDR); `null` for anything else.
 */
export function readPngSize(path: string): number | null {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const file = readFileSync(path);
  if (file.length < 24 || file.toString('latin1', 0, 8) !== SIGNATURE) return null;
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  return width === height ? width : null;
}
