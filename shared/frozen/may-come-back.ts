import { callsOnlyTrace } from '../cells/formulas';

/** Matches `[Book.xlsx]Sheet!A1`, `'C:\[Book.xlsx]Sheet'!A1` and `'https://example.com/Book.xlsx'!Name`. */
const OTHER_FILE = /\][^,;()"]*!|[\\/:[\]][^']*'!/;
/** `=program|'topic'!item` starts programs in Excel. */
const PROGRAM = /\|/;

/**
 * Whether a click may restore this formula. Anyone who may edit the file can write into the list, so the formula may
 * call only Trace and must not read another file.
 */
export function mayComeBack(formula: string): boolean {
  return callsOnlyTrace(formula) && !OTHER_FILE.test(formula) && !PROGRAM.test(formula);
}
