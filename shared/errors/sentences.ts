import type { ErrorCode, ErrorFacts } from './codes';
import { ACTION_SENTENCES } from './sentences/action';
import { FORMULA_SENTENCES } from './sentences/formula';
import { HOST_SENTENCES } from './sentences/host';
import { INPUT_SENTENCES } from './sentences/input';
import { KEY_SENTENCES } from './sentences/key';
import { RUN_SENTENCES } from './sentences/run';
import { SERVICE_SENTENCES } from './sentences/service';

/**
 * The sentence of every problem: what happened, and what to do next. The same words in every host.
 *
 * They are assigned because spreading takes as long as loading everything else, which each page and each calculation in
 * Google Sheets waits for.
 */
export const SENTENCES: { readonly [C in ErrorCode]: (facts: ErrorFacts[C]) => string } = Object.assign(
  Object.assign({}, FORMULA_SENTENCES, INPUT_SENTENCES, KEY_SENTENCES),
  Object.assign({}, SERVICE_SENTENCES, ACTION_SENTENCES, RUN_SENTENCES),
  HOST_SENTENCES,
);
