import type { FunctionId } from '../catalogue/index';
import { runSync, type Account, type EffectOf, type SyncPerformers } from '../task';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import type { ShownAnswer } from '../lookup/displayed-rows';
import { callFunction } from './call';

/** A formula whose arguments are known. */
export interface KnownFormula {
  readonly id: FunctionId;
  readonly args: readonly unknown[];
}

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What formulas look up, without looking anything up. @param outcomes what is there: some look-ups follow from others */
export function lookupsOf(
  formulas: readonly KnownFormula[],
  payer: Account,
  outcomes: Readonly<Partial<Record<LookupKind, Outcomes>>> = {},
): readonly EffectOf<'lookup'>[] {
  const asked: EffectOf<'lookup'>[] = [];
  const performers = rehearsal(payer, (effect) => {
    asked.push(effect);
    return knownOf(effect, outcomes);
  });
  for (const { id, args } of formulas) runSync(callFunction(id, args), performers);
  return asked;
}

/** What formulas will show, from outcomes that are there. */
export function answersOf(
  formulas: readonly KnownFormula[],
  payer: Account,
  outcomes: Readonly<Partial<Record<LookupKind, Outcomes>>>,
): readonly ShownAnswer[] {
  const shown: ShownAnswer[] = [];
  const performers: SyncPerformers = {
    ...rehearsal(payer, (effect) => knownOf(effect, outcomes)),
    keepShown: ({ answers }) => void shown.push(...answers),
  };
  for (const { id, args } of formulas) runSync(callFunction(id, args), performers);
  return shown;
}

function knownOf(
  { kind, identifiers }: EffectOf<'lookup'>,
  outcomes: Readonly<Partial<Record<LookupKind, Outcomes>>>,
): Outcomes {
  const known = outcomes[kind] ?? new Map<string, LookupOutcome>();
  return new Map(identifiers.map((each) => [each, known.get(each) ?? { is: 'notAsked' }]));
}

/** Nothing leaves a rehearsal. */
function rehearsal(payer: Account, lookup: SyncPerformers['lookup']): SyncPerformers {
  return {
    http: ({ requests }) => requests.map(() => ({ ok: false, reason: 'outOfTime' })),
    cacheGet: () => new Map(),
    cachePut: () => undefined,
    account: () => payer,
    now: () => 0,
    random: () => 0,
    sleep: () => undefined,
    lookup,
    peek: () => ({ outcomes: new Map(), paid: new Set() }),
    keepShown: () => undefined,
    reserve: () => ({ granted: [], refused: new Map(), credits: 0 }),
    settle: () => undefined,
  };
}
