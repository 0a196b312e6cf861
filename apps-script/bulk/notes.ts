import { inUserStore } from '../stored/google-stores';
import { readLike, refuse } from './given';

/**
 * For one property. https://developers.google.com/apps-script/guides/services/quotas gives 9 KB, and all text is
 * ASCII.
 */
const CHUNK_LENGTH = 8_800;
const MOST_PARTS = 7;

/**
 * Keeps the panel's notes for its user and this spreadsheet. They are not stored in the spreadsheet: no one else may
 * read what a user reported, or have requests sent in the user's name.
 *
 * @param text to save, `''` removes it; `null`: only returns the saved text
 */
export function keepNotes(text: unknown): string {
  const kept = readLike<string | null>(text, { '?': '' });
  if (kept !== null && (kept.length > CHUNK_LENGTH * MOST_PARTS || /[^ -~]/.test(kept))) refuse();
  return inUserStore((properties) => {
    const names = Array.from({ length: MOST_PARTS }, (_part, at) => `${prefix()}${at}`);
    if (kept === null) return names.map((name) => properties.getProperty(name) ?? '').join('');
    names.forEach((name, at) => {
      const chunk = kept.slice(at * CHUNK_LENGTH, (at + 1) * CHUNK_LENGTH);
      if (chunk !== '') properties.setProperty(name, chunk);
      else if (properties.getProperty(name) !== null) properties.deleteProperty(name);
    });
    return kept;
  });
}

/** @param ms digits to save, `''` removes them; `null`: only returns what is saved */
export function keepLooked(ms: unknown): string {
  const kept = readLike<string | null>(ms, { '?': '' });
  if (kept !== null && !/^\d{0,16}$/.test(kept)) refuse();
  return inUserStore((properties) => {
    const name = `${prefix()}looked`;
    if (kept === '') properties.deleteProperty(name);
    else if (kept !== null) properties.setProperty(name, kept);
    return kept ?? properties.getProperty(name) ?? '';
  });
}

function prefix(): string {
  return `TRACE_NOTES_${SpreadsheetApp.getActive().getId()}_`;
}
