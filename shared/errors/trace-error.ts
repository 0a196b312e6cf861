import type { ErrorCode, ErrorFacts, ErrorKind } from './codes';
import { SENTENCES } from './sentences';
import { TRAITS } from './traits';

export type { ErrorCode, ErrorFacts, ErrorKind } from './codes';

const BRAND = Symbol.for('trace.error');

/**
 * The one error of the core. Its message is what a cell says; elsewhere words are chosen by its code and facts, see
 * `say`. None of them holds an API key.
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
    this.kind = TRAITS[code].isCorrectable === true ? 'value' : 'notAvailable';
  }

  get [BRAND](): true {
    return true;
  }

  /** Excel's page has two scripts, functions and panel, each with this class; what they share hands errors across. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value;
  }
}

/** What was thrown, as a {@link TraceError}; anything else is a fault of ours and says so. */
export function toTraceError(thrown: unknown): TraceError {
  if (thrown instanceof TraceError) return thrown;
  return new TraceError('internal', { detail: thrown instanceof Error ? thrown.message : String(thrown) });
}
