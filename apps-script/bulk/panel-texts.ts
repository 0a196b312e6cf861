import { inUserStore } from '../stored/google-stores';
import { longestIn, readUserText, writeUserText } from '../stored/user-text';
import { readLike, refuse } from './given';

/**
 * The texts that the panel keeps for its user, and how many properties each may take. Presets are for all files.
 * Notes, and when old answers were last looked for, are for one: they are not stored in the spreadsheet, because no
 * one else may read what a user reported, or have requests sent in the user's name.
 */
const PARTS = { presets: 2, notes: 7, looked: 1 } as const;

type PanelText = keyof typeof PARTS;

/** @param text to save, `''` removes it; `null`: only returns the saved text */
export function keepPanelText(what: unknown, text: unknown): string {
  const parts = Object.keys(PARTS).includes(what as string) ? PARTS[what as PanelText] : refuse();
  const kept = readLike(text, { '?': '' });
  if (kept !== null && (kept.length > longestIn(parts) || (what !== 'presets' && /[^ -~]/.test(kept)))) refuse();
  return inUserStore((properties) => {
    const name = nameOf(what as PanelText);
    if (kept === null) return readUserText(properties, name, parts);
    writeUserText(properties, name, parts, kept);
    return kept;
  });
}

/** Removes what is kept for this file. */
export function forgetPanelTexts(): void {
  keepPanelText('notes', '');
  keepPanelText('looked', '');
}

function nameOf(what: PanelText): string {
  return what === 'presets' ? 'TRACE_PRESETS' : `TRACE_${what.toUpperCase()}_${SpreadsheetApp.getActive().getId()}`;
}
