import type { ErrorCode } from '../../../shared/formulas';
import type { ErrorFacts } from '../../../shared/reference';

/** What a page says about one problem besides its sentence. */
export interface Problem<C extends ErrorCode> {
  readonly title: string;
  /** The facts with which the page shows the sentence. */
  readonly facts: ErrorFacts[C];
  readonly when: string;
  /** Step by step. */
  readonly next: readonly [string, ...string[]];
}

export type Problems = { readonly [C in ErrorCode]?: Problem<C> };
