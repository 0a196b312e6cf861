import type { ClientPorts } from '../../client/ports';
import { isOpen } from '../../credits/prices';
import { recall } from '../../lookup/cache';
import type { Lookup, RecordsPorts } from '../../lookup/ports';
import { partialsOf, type PartialList } from '../../records/outcome';
import type { Account } from '../../records/account';
import type { Task } from '../../task';
import { lookupsOf } from '../column/known-formulas';
import type { KnownFormula } from '../ports';

/** Lists of one formula that a limit cut. */
export interface CutLists {
  readonly lookups: readonly Lookup[];
  readonly parts: ReadonlyMap<string, PartialList>;
}

/** For each formula, in order, the lists it shows that a limit cut, according to the cache; `null`: none. */
export function* findCutLists(
  formulas: readonly KnownFormula[],
  payer: Account,
): Task<readonly (CutLists | null)[], Pick<RecordsPorts, 'cacheGet'> & Pick<ClientPorts, 'now'>> {
  const asked = formulas.map((formula) => lookupsOf([formula], payer));
  const parts = new Map<string, PartialList>();
  for (const kind of ['partners', 'rows'] as const) {
    const ofKind = asked.flat().filter((lookup) => lookup.kind === kind);
    const open = new Set(ofKind.flatMap(({ identifiers }) => identifiers.filter((each) => isOpen(kind, each))));
    const { outcomes } = open.size > 0 ? yield* recall(payer, kind, [...open]) : { outcomes: new Map() };
    for (const [identifier, part] of partialsOf(outcomes)) parts.set(identifier, part);
  }
  return asked.map((lookups) => {
    const cut = lookups.flatMap((lookup) => {
      const identifiers = lookup.identifiers.filter((each) => isOpen(lookup.kind, each) && parts.has(each));
      return identifiers.length > 0 ? [{ ...lookup, identifiers }] : [];
    });
    return cut.length > 0 ? { lookups: cut, parts } : null;
  });
}
