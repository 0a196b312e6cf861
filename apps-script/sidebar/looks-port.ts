import type { Looks, LooksPort } from '../../shared/ports';
import type { Call } from './call';
import type { Later } from './unsent';

/** The default style. Google reports how text and numbers are each aligned. */
const PLAIN = ['normal', '#000000', '#ffffff', 'general', 'bottom'];
const PIXELS_OF_CHARACTER = 7;
const PIXELS_BESIDE = 10;

/** Reads and changes column styles in Google Sheets; widths are pixels. */
export function makeLooksPort(call: Call, later: Later): LooksPort {
  return {
    plain: PLAIN,
    widthOf: toPixels,
    async read(sheet, row, columns) {
      const found = await call('bulkLooks', sheet, row, { columns, changes: [] });
      return found.map(([style, width]): Looks => ({ style: style.map(toWord), width }));
    },
    async change(sheet, row, changes) {
      const sent = changes.map((change) => ({ ...change, style: change.style.map(toSent) }));
      later(['bulkLooks', sheet, row, { columns: [], changes: sent }]);
    },
  };
}

/** The approximate width of so many characters. */
export function toPixels(characters: number): number {
  return characters * PIXELS_OF_CHARACTER + PIXELS_BESIDE;
}

function toWord(word: string): string {
  return word.startsWith('general') ? 'general' : word.toLowerCase();
}

/** `null` restores the cell's default. */
function toSent(word: string, at: number): string | null {
  return word === PLAIN[at] ? null : word;
}
