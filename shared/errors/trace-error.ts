import type { ErrorCode, ErrorFacts, ErrorKind } from './codes';
import { SENTENCES } from './sentences';
import { TRAITS } from './traits';

export type { ErrorCode, ErrorFacts, ErrorKind } from './codes';

const BRAND = Symbol.for('trace.error');

/**
 * The only error of the core. Its message is the sentence for a cell of Excel; elsewhere `say` chooses the words by
 * code and facts. It never contains an API key.
 */
export class TraceError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'TraceError';
  readonly code: C;
  readonly facts: ErrorFacts[C];
  readonly kind: ErrorKind;

  constructor(code: C, facts: ErrorFacts[C]) {
    super(SENTENCES[code](facts));
    this.code = code;
    this.facts = facts;
    const { isCorrectable, isText } = TRAITS[code];
    this.kind = isText === true ? 'text' : isCorrectable === true ? 'value' : 'notAvailable';
  }

  get [BRAND](): true {
    return true;
  }

  /**
   * Excel's page has two scripts, functions and panel, each with its own copy of this class, and errors pass between
   * them.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value;
  }
}

/** Turns any thrown value into a {@link TraceError}. Anything else is a bug and becomes the code `internal`. */
export function toTraceError(thrown: unknown): TraceError {
  if (thrown instanceof TraceError) return thrown;
  return new TraceError('internal', { detail: thrown instanceof Error ? thrown.message : String(thrown) });
}
