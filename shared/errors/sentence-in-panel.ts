import { withoutPlace } from './sentences/place';
import type { TraceError } from './trace-error';

/**
 * The sentence of an error in the panel's language. Cells have theirs in English, since formulas look for its words; a
 * panel in another language is built with other words in this place (`languages/`).
 */
export function sentenceInPanel({ message }: TraceError): string {
  return withoutPlace(message);
}
