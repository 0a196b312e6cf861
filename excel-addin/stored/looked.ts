import { LOOKED, readStored, writeStored } from './key-store';
import { documentUrl } from '../office';

/** The most workbooks of which the time is kept. */
const MOST_WORKBOOKS = 200;

/**
 * When old answers of this workbook were last looked for. Kept in the browser, so that the workbook stays saved; `null`:
 * Excel reports no address for the workbook.
 */
export function readLookedMs(): number | null {
  const url = documentUrl();
  if (url === '') return null;
  const line = readLines().find((each) => each.endsWith(` ${url}`));
  return Number.parseInt(line ?? '0', 10) || 0;
}

/** @param ms `null` removes it */
export function writeLookedMs(ms: number | null): void {
  const url = documentUrl();
  if (url === '') return;
  const others = readLines().filter((each) => !each.endsWith(` ${url}`));
  const lines = ms === null ? others : [`${ms} ${url}`, ...others];
  writeStored(LOOKED, lines.length === 0 ? null : lines.slice(0, MOST_WORKBOOKS).join('\n'));
}

/** Each has a time and an address. */
function readLines(): readonly string[] {
  return (readStored(LOOKED) ?? '').split('\n').filter((line) => line !== '');
}
