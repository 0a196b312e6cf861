import { keepShown, lookup } from '../../lookup/ports';
import type { FormulaTask } from '../ports';
import type { TraceError } from '../../errors/trace-error';
import { AGE, checkNames } from './check-names';
import { toUnchecked, toUnknown, type AskedName } from './name-verdict';
import { suggestionQuestion, withSuggestions } from './suggest-names';

/** The sentence for a name that the service itself calls unknown. */
export function* toUnknownName(name: AskedName): FormulaTask<TraceError> {
  const question = suggestionQuestion(name);
  const verdict = withSuggestions(name, (yield* lookup('rows', [question], AGE)).get(question));
  return toUnknown(name, verdict.is === 'unknown' ? verdict.nearest : []);
}

/** For a table without rows. Throws if the reason is a name that Trace does not know or that could not be checked. */
export function* requireKnown(names: readonly AskedName[]): FormulaTask<void> {
  const { verdicts, kept } = yield* checkNames(names);
  if (kept.length > 0) yield* keepShown(() => kept);
  for (const [index, name] of names.entries()) {
    const verdict = verdicts[index]!;
    if (verdict.is === 'unknown') throw toUnknown(name, verdict.nearest);
    if (verdict.is === 'unchecked') {
      throw toUnchecked(name, verdict.error);
    }
  }
}
