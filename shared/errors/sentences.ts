import type { ErrorCode, ErrorFacts } from './codes';
import { ACTION_SENTENCES } from './sentences/action';
import { FORMULA_SENTENCES } from './sentences/formula';
import { HOST_SENTENCES } from './sentences/host';
import { INPUT_SENTENCES } from './sentences/input';
import { KEY_SENTENCES } from './sentences/key';
import { RARE_SENTENCES } from './sentences/rare';
import { RUN_SENTENCES } from './sentences/run';
import { SERVICE_SENTENCES } from './sentences/service';

/** The sentence of every problem: what happened, and what to do next. The same words in every host. */
export const SENTENCES: { readonly [C in ErrorCode]: (facts: ErrorFacts[C]) => string } = {
  ...FORMULA_SENTENCES,
  ...RARE_SENTENCES,
  ...INPUT_SENTENCES,
  ...KEY_SENTENCES,
  ...SERVICE_SENTENCES,
  ...ACTION_SENTENCES,
  ...RUN_SENTENCES,
  ...HOST_SENTENCES,
};

/** Adds those that a script of its own has brought: the build of Excel's functions leaves {@link RARE_SENTENCES} out here. */
export function addSentences(more: Partial<typeof SENTENCES>): void {
  Object.assign(SENTENCES, more);
}
