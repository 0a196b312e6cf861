import type { ErrorCode, ErrorFacts } from './codes';
import { ACTION_SENTENCES } from './sentences/action';
import { FORMULA_SENTENCES } from './sentences/formula';
import { HOST_SENTENCES } from './sentences/host';
import { INPUT_SENTENCES } from './sentences/input';
import { KEY_SENTENCES } from './sentences/key';
import { RUN_SENTENCES } from './sentences/run';
import { SERVICE_SENTENCES } from './sentences/service';

/** The sentence of every problem: what happened, and what to do next. The same words in every host. */
export const SENTENCES: { readonly [C in ErrorCode]: (facts: ErrorFacts[C]) => string } = {
  ...FORMULA_SENTENCES,
  ...INPUT_SENTENCES,
  ...KEY_SENTENCES,
  ...SERVICE_SENTENCES,
  ...ACTION_SENTENCES,
  ...RUN_SENTENCES,
  ...HOST_SENTENCES,
};

const WAITS = /(?:press Fetch waiting|fetch it) in the Trace panel/i;

/** Whether a cell shows the sentence of an error that a person can fetch in the panel, in its present words or earlier ones. */
export function saysThatItWaits(shown: string): boolean {
  return WAITS.test(shown);
}
