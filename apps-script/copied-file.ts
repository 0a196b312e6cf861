import { problemIn } from './find-problems';

/** Written once the person knows. */
const TOLD = 'TRACE_COPY_TOLD';
const OURS = /^TRACE_/;
const TOLD_TEXT =
  'This file looks like a copy. Its owner pays for formulas here. What was paid in the other file is not known here, so prices start anew.';

/**
 * What a person has to know of a copy, once: Google copies formulas and their values, but no document properties
 * (https://developers.google.com/apps-script/guides/properties). `null`: this is none, or has been told.
 */
export function tellCopy(): string | null {
  try {
    const properties = PropertiesService.getDocumentProperties();
    if (properties.getKeys().some((name) => OURS.test(name)) || !showsAnswer()) return null;
    properties.setProperty(TOLD, '1');
    return TOLD_TEXT;
  } catch {
    // Told another time.
    return null;
  }
}

/** Whether a Trace formula shows an answer, though nothing was ever saved in this file. */
function showsAnswer(): boolean {
  const found = SpreadsheetApp.getActive().createTextFinder('=TRACE_').matchFormulaText(true).findNext();
  const value: unknown = found?.getValue() ?? '';
  return value !== '' && problemIn(value, true) === null && !/^#|\.\.\.$|…$/.test(String(value));
}
