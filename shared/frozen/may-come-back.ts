import { callsOnlyTrace } from '../cells/formulas';

/** `[Book.xlsx]Sheet!A1`, `'C:\[Book.xlsx]Sheet'!A1`, `'https://example.com/Book.xlsx'!Name`. */
const OTHER_FILE = /\][^,;()"]*!|[\\/:[\]][^']*'!/;
/** `=program|'topic'!item` starts programs in Excel. */
const PROGRAM = /\|/;

/**
 * Whether a click may put this formula back: anyone who may edit the file can write into the list. It calls nothing but
 * Trace, and reads no other file.
 */
export function mayComeBack(formula: string): boolean {
  return callsOnlyTrace(formula) && !OTHER_FILE.test(formula) && !PROGRAM.test(formula);
}
