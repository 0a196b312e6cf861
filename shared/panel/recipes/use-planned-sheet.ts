import type { TraceError } from '../../errors/trace-error';
import type { MadeSheet } from '../../recipes/made-sheet';
import { readAnswers, type AnswerProblem, type TypedAnswers } from '../../recipes/read-answers';
import { makeSheet, type Answers, type Recipe } from '../../recipes/recipe';
import { priceOfSheet, type SheetPrice } from '../../recipes/sheet-calls';
import type { AskedName } from '../../functions/names/name-verdict';
import { findUnknownName } from '../formula/check-names';
import { useSheet } from '../common/sheet';
import { useRested } from '../common/late-answers';
import { KINDS_OF_QUESTIONS } from './recipe-question';

/** What is known of a sheet before it is made. */
export type PlannedSheet =
  | { readonly is: 'open' }
  | { readonly is: 'refused'; readonly problems: ReadonlyMap<string, AnswerProblem> }
  /** The catalog does not know a name. */
  | { readonly is: 'unknown'; readonly error: TraceError }
  | { readonly is: 'ready'; readonly sheet: MadeSheet; readonly price: SheetPrice };

/** Waits for a pause in typing. */
const READ_AFTER_MS = 250;

/** Reads the answers once the typing rests, and asks the catalog about names, which is free. `null`: not yet. */
export function usePlannedSheet(recipe: Recipe, typed: TypedAnswers): PlannedSheet | null {
  const engine = useSheet();
  return useRested(JSON.stringify([recipe.id, typed]), READ_AFTER_MS, async (): Promise<PlannedSheet> => {
    const read = readAnswers(recipe, typed);
    if (read.is !== 'ready') return read;
    const sheet = makeSheet(recipe, read.answers);
    const unknown = await engine.beside((ports) => findUnknownName(ports, namesIn(recipe, read.answers)));
    // A catalog that cannot be asked settles nothing; the formula checks again.
    if (unknown.ok && unknown.value !== null) return { is: 'unknown', error: unknown.value };
    return { is: 'ready', sheet, price: priceOfSheet(sheet) };
  });
}

function namesIn({ questions }: Recipe, { list }: Answers): readonly AskedName[] {
  return questions.flatMap(({ id, takes }) => {
    const kind = KINDS_OF_QUESTIONS[takes];
    return kind === undefined ? [] : list(id).map((text) => ({ kind, text }));
  });
}
