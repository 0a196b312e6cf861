import type { ErrorCode, ErrorFacts } from '../codes';
import type { TraceError } from '../trace-error';
import { count } from './count';

/** Formulas in Google Sheets use the owner's key, and someone else may read the cell. */
const SENTENCES: { readonly [C in ErrorCode]?: (facts: ErrorFacts[C]) => string } = {
  noKey: () => "No API key. The file's owner sets it in the Trace panel.",
  waitsForConsent: ({ credits }) =>
    `Waiting for approval (${count(credits, 'credit', 'credits')}). Fetch it in the Trace panel. The owner pays.`,
};

/** The sentence of an error for a cell of Google Sheets. */
export function sentenceInSheets({ code, facts, message }: TraceError): string {
  const said = SENTENCES[code] as ((facts: ErrorFacts[ErrorCode]) => string) | undefined;
  return said === undefined ? message : said(facts);
}
