import type { FunctionId } from '../catalogue/index';
import type { Table } from '../cells/values';
import { ask, type Task } from '../task';
import { answerFormula } from './answer-formula';
import { COMMON_BODIES } from './common-bodies';
import type { FormulaPorts } from './ports';
import type { RareBodies } from './rare-bodies';

/** What a host does that loads the rarely called functions when the first formula calls one. */
export interface PartsPorts {
  /** Throws `partNotLoaded`. */
  readonly rareBodies: () => RareBodies;
}

/** Answers one formula; see {@link answerFormula}. The rare bodies are asked for once its arguments are in order. */
export function callInParts(id: FunctionId, received: readonly unknown[]): Task<Table, FormulaPorts & PartsPorts> {
  if (isCommon(id)) return answerFormula(id, received, COMMON_BODIES[id]);
  return answerFormula<FormulaPorts & PartsPorts>(id, received, function* (read) {
    const bodies = yield* ask<PartsPorts, 'rareBodies'>({ ask: 'rareBodies' });
    return yield* bodies[id](read);
  });
}

function isCommon(id: FunctionId): id is keyof typeof COMMON_BODIES {
  return id in COMMON_BODIES;
}
