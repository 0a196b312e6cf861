import type { ErrorFacts } from './codes';
import { ACTION_WORDS, RUN_WORDS, type OtherWords } from './other-words';
import type { TraceError } from './trace-error';

/** Where an error is shown: in a cell, beside a run over a column, or beside a button of the panel. */
export type Where = 'formula' | 'run' | 'action';

const WORDS: Readonly<Record<Where, OtherWords>> = { formula: {}, run: RUN_WORDS, action: ACTION_WORDS };

/**
 * The sentence of an error for the place where it is shown. The error's own message is its sentence for a cell.
 *
 * @param where `formula`: a cell; `run`: an enrichment; `action`: a button of the panel
 */
export function say(error: TraceError, where: Where): string {
  return sayIn(WORDS[where], error);
}

/** The sentence from the given words, or else the one for a cell. */
export function sayIn(words: OtherWords, { code, facts, message }: TraceError): string {
  const said = words[code] as ((facts: ErrorFacts[typeof code]) => string) | undefined;
  return said === undefined ? message : said(facts);
}
