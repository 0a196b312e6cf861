import type { Lookup } from '../lookup/ports';
import type { Account } from '../records/ports';
import { runSync } from '../task';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import type { ShownAnswer } from '../lookup/displayed-rows';
import { callFunction } from './call';
import type { FormulaPorts, KnownFormula } from './ports';

export type { KnownFormula } from './ports';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/**
 * The look-ups that formulas would make, without making any.
 * @param outcomes known outcomes, from which further look-ups may follow
 */
export function lookupsOf(
  formulas: readonly KnownFormula[],
  payer: Account,
  outcomes: Readonly<Partial<Record<LookupKind, Outcomes>>> = {},
): readonly Lookup[] {
  const asked: Lookup[] = [];
  const ports = dryPorts(payer, (effect) => {
    asked.push(effect);
    return knownOf(effect, outcomes);
  });
  for (const { id, args } of formulas) runSync(callFunction(id, args), ports);
  return asked;
}

/** What formulas will show, given known outcomes. */
export function answersOf(
  formulas: readonly KnownFormula[],
  payer: Account,
  outcomes: Readonly<Partial<Record<LookupKind, Outcomes>>>,
): readonly ShownAnswer[] {
  const shown: ShownAnswer[] = [];
  const ports: FormulaPorts = {
    ...dryPorts(payer, (effect) => knownOf(effect, outcomes)),
    keepShown: ({ answers }) => void shown.push(...answers),
  };
  for (const { id, args } of formulas) runSync(callFunction(id, args), ports);
  return shown;
}

function knownOf({ kind, identifiers }: Lookup, outcomes: Readonly<Partial<Record<LookupKind, Outcomes>>>): Outcomes {
  const known = outcomes[kind] ?? new Map<string, LookupOutcome>();
  return new Map(identifiers.map((each) => [each, known.get(each) ?? { is: 'notAsked' }]));
}

/** The ports of a formula that is only tried: nothing is sent. */
function dryPorts(payer: Account, lookup: FormulaPorts['lookup']): FormulaPorts {
  return {
    payer: () => payer,
    now: () => 0,
    lookup,
    peek: () => new Map(),
    paid: () => new Set(),
    keepShown: () => undefined,
  };
}
