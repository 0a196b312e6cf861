import type { ErrorCode, ErrorFacts } from './codes';
import { ACTION_WORDS, RUN_WORDS, type OtherWords } from './other-words';
import { sentenceInPanel } from './sentence-in-panel';
import type { TraceError } from './trace-error';

/** Where an error is shown: in a cell, beside a run over a column, or beside a button of the panel. */
type Where = 'formula' | 'run' | 'action';

const WORDS: Readonly<Record<Exclude<Where, 'formula'>, OtherWords>> = { run: RUN_WORDS, action: ACTION_WORDS };

/**
 * The sentence of an error for the place where it is shown. The error's own message is its sentence for a cell.
 *
 * @param where `formula`: a cell; `run`: an enrichment; `action`: a button of the panel
 */
export function say(error: TraceError, where: Where): string {
  return where === 'formula' ? error.message : sayIn(WORDS[where], error);
}

/** The sentence from the given words, or else the one of the panel. */
export function sayIn(words: OtherWords, error: TraceError): string {
  const said = words[error.code] as ((facts: ErrorFacts[ErrorCode]) => string) | undefined;
  return said === undefined ? sentenceInPanel(error) : said(error.facts);
}
