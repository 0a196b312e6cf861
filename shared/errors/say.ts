import type { ErrorCode, ErrorFacts } from './codes';
import { ACTION_WORDS, KEY_WORDS, RUN_WORDS, type OtherWords } from './other-words';
import { sentenceInPanel } from './sentence-in-panel';
import type { TraceError } from './trace-error';

/** Where an error is shown: in a cell, beside an enrichment, beside a button of the panel, or in its key section. */
export type Where = 'formula' | 'run' | 'action' | 'key';

const WORDS: Readonly<Record<Exclude<Where, 'formula'>, OtherWords>> = {
  run: RUN_WORDS,
  action: ACTION_WORDS,
  key: KEY_WORDS,
};

/**
 * The sentence of an error for the place where it is shown. The error's own message is its sentence for a cell.
 *
 * @param where `formula`: a cell; `run`: an enrichment; `action`: a button of the panel; `key`: its key section
 */
export function say(error: TraceError, where: Where): string {
  if (where === 'formula') return error.message;
  const said = WORDS[where][error.code] as ((facts: ErrorFacts[ErrorCode]) => string) | undefined;
  return said === undefined ? sentenceInPanel(error) : said(error.facts);
}
