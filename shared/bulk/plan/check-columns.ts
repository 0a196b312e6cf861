import { say } from '../../errors/say';
import { DAY_MS } from '../../days';
import { account } from '../../records/ports';
import type { LookupPorts } from '../../lookup/ports';
import { runAsync, type Async } from '../../task';
import { checkNames } from '../../functions/check-names';
import type { AskedName, NameVerdict } from '../../functions/name-verdict';
import type { FetchLimits } from '../../lookup/fetch-records';
import type { Choice } from './column-spec';
import { fetchKind, type Fetching } from '../fetch/fetch-kind';
import type { RunPorts } from '../sheet/ports';
import { RunBudget } from '../../credits/run-budget';

/** What is known of the name that a person has typed for a column. */
export type ChoiceCheck =
  | { readonly is: 'accepted' }
  /** Trace knows no such name. @see withName */
  | { readonly is: 'unknown'; readonly nearest: readonly string[] }
  /** Accepted, and it is said why nobody could tell; `null`: Trace has no catalogue that tells. */
  | { readonly is: 'unchecked'; readonly why: string | null };

const MAX_AGE_MS = 30 * DAY_MS;
/** A person waits for it. */
const PATIENCE_MS = 10_000;

/** The name that a choice rests on; `null`: it rests on none. */
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

/** Asks the catalogue, which is free; what it has said within 30 days it is not asked again. */
export async function checkChoice(ports: RunPorts, choice: Choice): Promise<ChoiceCheck> {
  const name = nameOfChoice(choice);
  const payer = await ports.perform(account());
  // Without a key the price says so.
  if (name === null || payer === null) return { is: 'accepted' };
  const budget = new RunBudget(0);
  const run: Fetching = { ports, holder: '', payer, maxAgeMs: MAX_AGE_MS, budget, toLimits, missingRoutes: new Map() };
  return toCheck(await checkName(run, name));
}

/** {@link checkNames}, whose look-ups are those of a run. */
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
      return { is: 'unchecked', why: say(verdict.error, 'run') };
    case 'notTold':
      return { is: 'unchecked', why: null };
    case 'known':
    case 'notAsked':
    case undefined:
      return { is: 'accepted' };
  }
}

function toLimits(startMs: number): FetchLimits {
  return { deadlineMs: startMs + PATIENCE_MS, requestsAtOnce: 2, retry: { maxRetries: 1, waitBudgetMs: 2_000 } };
}
