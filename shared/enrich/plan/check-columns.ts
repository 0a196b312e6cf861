import type { TraceError } from '../../errors/trace-error';
import type { LookupPorts } from '../../lookup/ports';
import { runAsync, type Async } from '../../task';
import { checkNames } from '../../functions/names/check-names';
import type { AskedName, NameVerdict } from '../../functions/names/name-verdict';
import { catalogueRun } from './catalogue-run';
import type { Choice } from './column-spec';
import { fetchKind, type Fetching } from '../fetch/fetch-kind';
import type { RunPorts } from '../sheet/ports';

/** What is known about the name that the user typed for a column. */
export type ChoiceCheck =
  | { readonly is: 'accepted' }
  /** Trace does not know the name. @see withName */
  | { readonly is: 'unknown'; readonly nearest: readonly string[] }
  /** Accepted, with the reason why it could not be checked; `null`: Trace has no catalogue for it. */
  | { readonly is: 'unchecked'; readonly why: TraceError | null };

/** The name that a choice depends on; `null`: none. */
export function nameOfChoice(choice: Choice): AskedName | null {
  if (choice.adds === 'hasTechnology') return { kind: 'technology', text: choice.technology };
  if (choice.adds === 'technologies' && choice.category !== null) return { kind: 'category', text: choice.category };
  return null;
}

/** The same column with another name. */
export function withName(choice: Choice, name: string): Choice {
  if (choice.adds === 'hasTechnology') return { ...choice, technology: name };
  return choice.adds === 'technologies' ? { ...choice, category: name } : choice;
}

/** Asks the catalogue, which is free. Verdicts of the last 30 days are not asked for again. */
export async function checkChoice(ports: RunPorts, choice: Choice): Promise<ChoiceCheck> {
  const name = nameOfChoice(choice);
  const run = name === null ? null : await catalogueRun(ports);
  // Without a key, the price says so.
  if (name === null || run === null) return { is: 'accepted' };
  return toCheck(await checkName(run, name));
}

/** {@link checkNames} with the lookups of an enrichment. */
async function checkName(run: Fetching, name: AskedName): Promise<NameVerdict | undefined> {
  const ports: Async<Pick<LookupPorts, 'lookup'>> = {
    lookup: ({ kind, identifiers }) => fetchKind(run, kind, identifiers),
  };
  return (await runAsync(checkNames([name]), ports)).verdicts[0];
}

function toCheck(verdict: NameVerdict | undefined): ChoiceCheck {
  switch (verdict?.is) {
    case 'unknown':
      return { is: 'unknown', nearest: verdict.nearest };
    case 'unchecked':
      return { is: 'unchecked', why: verdict.error };
    case 'notTold':
      return { is: 'unchecked', why: null };
    case 'known':
    case 'notAsked':
    case undefined:
      return { is: 'accepted' };
  }
}
