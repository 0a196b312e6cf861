import { withoutPlace } from './sentences/place';
import type { TraceError } from './trace-error';

/**
 * The sentence of an error in the panel's language. Cells show theirs in English, because formulas search for its
 * words; a panel in another language is built with other words in place of this file (`languages/`).
 */
export function sentenceInPanel({ message }: TraceError): string {
  return withoutPlace(message);
}
