import { isTooMuch } from './bulk/on-workbook';

/**
 * Reads rows in parts, from then on in smaller ones where the answer exceeds what Excel carries (5 MB on the web).
 *
 * @param most rows at once
 * @param read rejects before it has noted anything
 */
export async function readInParts(
  rows: number,
  most: number,
  read: (start: number, rows: number) => Promise<void>,
): Promise<void> {
  let size = most;
  for (let start = 0; start < rows;) {
    const count = Math.min(size, rows - start);
    try {
      await read(start, count);
      start += count;
    } catch (thrown) {
      if (count === 1 || !isTooMuch(thrown)) throw thrown;
      size = Math.ceil(count / 2);
    }
  }
}
