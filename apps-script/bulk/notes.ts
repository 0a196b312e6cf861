import { inUserStore } from '../stored/try-store';
import { readLike, refuse } from './given';

/** Of one property: https://developers.google.com/apps-script/guides/services/quotas gives 9 KB, and all is ASCII. */
const PART_LENGTH = 8_800;
const MOST_PARTS = 7;

/**
 * What the panel keeps for its user and this spreadsheet. Not with the spreadsheet: nobody else may read what a person
 * reported, or have requests sent in the person's name.
 *
 * @param text to be saved, `''` removes it; `null`: only returns the saved one
 */
export function keepNotes(text: unknown): string {
  const kept = readLike<string | null>(text, { '?': '' });
  if (kept !== null && (kept.length > PART_LENGTH * MOST_PARTS || /[^ -~]/.test(kept))) refuse();
  return inUserStore((properties) => {
    const names = Array.from({ length: MOST_PARTS }, (_part, at) => `${prefix()}${at}`);
    if (kept === null) return names.map((name) => properties.getProperty(name) ?? '').join('');
    names.forEach((name, at) => {
      const part = kept.slice(at * PART_LENGTH, (at + 1) * PART_LENGTH);
      if (part !== '') properties.setProperty(name, part);
      else if (properties.getProperty(name) !== null) properties.deleteProperty(name);
    });
    return kept;
  });
}

function prefix(): string {
  return `TRACE_NOTES_${SpreadsheetApp.getActive().getId()}_`;
}
