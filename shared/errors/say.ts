import type { ErrorFacts } from './codes';
import { ACTION_WORDS, RUN_WORDS, type OtherWords } from './other-words';
import type { TraceError } from './trace-error';

/** Where an error is shown: in a cell, beside a run over a column, or beside a button of the panel. */
export type Where = 'formula' | 'run' | 'action';

const WORDS: Readonly<Record<Where, OtherWords>> = { formula: {}, run: RUN_WORDS, action: ACTION_WORDS };

/** What an error says where it is shown. Its own message is what it says in a cell. */
export function say(error: TraceError, where: Where): string {
  return sayIn(WORDS[where], error);
}

/** What an error says in some words, and where there are none of its own, what it says in a cell. */
export function sayIn(words: OtherWords, { code, facts, message }: TraceError): string {
  const said = words[code] as ((facts: ErrorFacts[typeof code]) => string) | undefined;
  return said === undefined ? message : said(facts);
}
