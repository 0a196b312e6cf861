import { PREVIEW } from '../../cells/table';
import type { Options } from '../../cells/options';
import type { Cell } from '../../cells/values';
import { keepShown, type ShownAnswer } from '../../lookup/ports';
import type { FormulaTask } from '../ports';
import { checkNames } from './check-names';
import { toUnchecked, toUnknown, type AskedName, type NameKind } from './name-verdict';
import type { ShownTechnologies } from './shown-technologies';
import { readTypedNames } from './typed-names';

/** The filters whose values the catalogue can check. */
const KINDS = ['category', 'vendor'] as const satisfies readonly NameKind[];

interface CheckedFilters {
  /** Shown if a filter matches nothing and its value may not exist; `null`: "none" is true. */
  readonly unsure: Cell | null;
  readonly kept: readonly ShownAnswer[];
}

/** The names in the filters of a formula. Throws the problem of an invalid one. */
export function filterNames({ given }: Options): readonly AskedName[] {
  return KINDS.flatMap((kind) => readTypedNames(kind, given).map((text) => ({ kind, text })));
}

/** Asks the catalogue about names that no answer shows. Throws the sentence for one that Trace does not know. */
export function* checkFilters(names: readonly AskedName[], shown: ShownTechnologies): FormulaTask<CheckedFilters> {
  const open = names.filter((name) => !shown.isEmpty && !shown.isShown(name));
  const { verdicts, kept } = yield* checkNames(open, (kind) => shown.names(kind));
  let unsure: Cell | null = null;
  for (const [index, name] of open.entries()) {
    const verdict = verdicts[index]!;
    if (verdict.is === 'unknown') {
      if (kept.length > 0) yield* keepShown(() => kept);
      throw toUnknown(name, verdict.nearest);
    }
    if (verdict.is === 'notAsked') unsure ??= PREVIEW;
    if (verdict.is === 'unchecked') {
      unsure = toUnchecked(name, verdict.error);
    }
  }
  return { unsure, kept };
}
