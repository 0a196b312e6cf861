import { callsTrace, problemIn } from '../../shared/panel';
import { readGridSheets } from '../grid-sheets';

/** Written once the user has been told. */
const TOLD = 'TRACE_COPY_TOLD';
const OURS = /^TRACE_/;
/** This also describes a file from which Trace was removed, which cannot be distinguished from a copy. */
const TOLD_TEXT =
  'Trace has saved nothing in this file yet, so it may be a copy. Its owner pays for formulas here. Prices may include companies that are already paid for.';

/**
 * What a user must know about a copied file, told once: Google copies formulas and their values, but no document
 * properties (https://developers.google.com/apps-script/guides/properties). `null`: it is not a copy, or the user was
 * told.
 */
export function tellCopy(): string | null {
  try {
    const properties = PropertiesService.getDocumentProperties();
    if (properties.getKeys().some((name) => OURS.test(name)) || !showsAnswer()) return null;
    properties.setProperty(TOLD, '1');
    return TOLD_TEXT;
  } catch {
    // It is told another time.
    return null;
  }
}

/** Whether a Trace formula shows an answer although nothing was ever saved in this file. */
function showsAnswer(): boolean {
  const finder = SpreadsheetApp.getActive().createTextFinder('TRACE_').matchFormulaText(true);
  if (finder.findNext() === null) return false;
  return readGridSheets().some((sheet) => {
    const range = sheet.getDataRange();
    const values = range.getValues();
    return range
      .getFormulas()
      .some((line, row) => line.some((formula, column) => callsTrace(formula) && isAnswer(values[row]?.[column])));
  });
}

function isAnswer(value: unknown): boolean {
  return value !== '' && problemIn(value, true) === null && !/^#|\.\.\.$|…$/.test(String(value));
}
