import type { ErrorCode, ErrorFacts } from '../codes';
import type { TraceError } from '../trace-error';
import { count } from './count';
import { ON_A_COMPUTER } from './place';

/** Formulas in Google Sheets use the owner's key, and someone else may read the cell. */
const SENTENCES: { readonly [C in ErrorCode]?: (facts: ErrorFacts[C]) => string } = {
  noKey: () => "No API key. The file's owner sets it in the Trace panel.",
  waitsForConsent: ({ credits }) =>
    `Waiting for approval (${count(credits, 'credit', 'credits')}). Fetch it in the Trace panel. The owner pays.`,
  listsNotShared: () =>
    `Formulas in this file cannot read lists with the owner's key. The owner can allow it in the Trace panel${ON_A_COMPUTER}.`,
};

/** The sentence of an error for a cell of Google Sheets. */
export function sentenceInSheets({ code, facts, message }: TraceError): string {
  const said = SENTENCES[code] as ((facts: ErrorFacts[ErrorCode]) => string) | undefined;
  return said === undefined ? message : said(facts);
}
