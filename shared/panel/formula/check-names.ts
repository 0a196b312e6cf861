import { specOf } from '../../catalogue/index';
import type { OptionName } from '../../catalogue/options';
import { readNameList } from '../../cells/inputs';
import { catalogueRun } from '../../enrich/plan/catalogue-run';
import { fetchKind } from '../../enrich/fetch/fetch-kind';
import type { RunPorts } from '../../enrich/sheet/ports';
import type { TraceError } from '../../errors/trace-error';
import {
  questionOf,
  toUnknown,
  verdictOnName,
  type AskedName,
  type NameKind,
} from '../../functions/names/name-verdict';
import { suggestionQuestion, withSuggestions } from '../../functions/names/check-names';
import type { RowsRecord } from '../../client/rows';
import type { LookupOutcome } from '../../records/outcome';
import { toArguments, type Draft } from './draft';

export const KINDS_OF_PARAMS: Readonly<Record<string, NameKind>> = {
  technologies: 'technology',
  technology: 'technology',
  vendor: 'vendor',
};
export const KINDS_OF_OPTIONS: Readonly<Partial<Record<OptionName, NameKind>>> = {
  technology: 'technology',
  vendor: 'vendor',
  category: 'category',
};

/** The names of the catalog that a draft has as texts. Names in cells are checked by the formula. */
export function namesInDraft(draft: Draft): readonly AskedName[] {
  const args = toArguments(draft);
  const ofParams = specOf(draft.id).params.flatMap(({ name }, at): readonly AskedName[] => {
    const kind = KINDS_OF_PARAMS[name];
    const argument = args[at];
    return kind === undefined || argument?.is !== 'text' ? [] : toNames(kind, argument.text);
  });
  const ofOptions = Object.entries(draft.options).flatMap(([name, text]) => {
    const kind = KINDS_OF_OPTIONS[name as OptionName];
    return kind === undefined ? [] : toNames(kind, text);
  });
  return [...ofParams, ...ofOptions];
}

function toNames(kind: NameKind, text: string): readonly AskedName[] {
  return readNameList(text).map((each) => ({ kind, text: each }));
}

/**
 * The first name that the catalog does not know, as the formula would say it, with the nearest names. Free. `null`: it
 * knows all of them, or cannot be asked.
 */
export async function findUnknownName(ports: RunPorts, names: readonly AskedName[]): Promise<TraceError | null> {
  const run = names.length === 0 ? null : await catalogueRun(ports);
  if (run === null) return null;
  const ask = async (question: string): Promise<LookupOutcome<RowsRecord> | undefined> =>
    (await fetchKind(run, 'rows', [question])).get(question) as LookupOutcome<RowsRecord> | undefined;
  for (const name of names) {
    const verdict = verdictOnName(name, await ask(questionOf(name)));
    if (verdict.is !== 'unknown') continue;
    if (verdict.nearest.length > 0) return toUnknown(name, verdict.nearest);
    const near = withSuggestions(name, await ask(suggestionQuestion(name)));
    return toUnknown(name, near.is === 'unknown' ? near.nearest : []);
  }
  return null;
}
