import type { ClientPorts } from '../client/ports';
import type { SpendBook } from '../credits/ledger';
import { mostOf } from '../credits/most-spent';
import type { PaidCompanies } from '../credits/paid-companies';
import { isOpen, priceOf } from '../credits/prices';
import { asLeast, withUnread } from '../credits/unread-price';
import type { WaitingStatus } from '../credits/waiting-lookups';
import { recall } from '../lookup/cache';
import type { Lookup } from '../lookup/ports';
import { partsOf, type Part } from '../records/parts';
import type { Account, RecordsPorts } from '../records/ports';
import type { Task } from '../task';
import { lookupsOf, type KnownFormula } from './dry-run';

/** The formulas of a document that wait for approval, or may. */
export interface WaitingFormulas {
  /** How many show that they wait. */
  readonly cells: number;
  /** The calls that they may make, where the arguments are known. */
  readonly known: readonly KnownFormula[];
  /** How many of them may make others, each in as many rows as it fills. */
  readonly unread: number;
  /** Formulas that show their `if_problem=`. Those that would have to pay may be waiting. */
  readonly unseen: readonly KnownFormula[];
  /** Formulas that wait for the rest of a list; see {@link findCutLists}. */
  readonly cut: readonly CutLists[];
}

/** The lists of one formula that a limit cut. */
export interface CutLists {
  readonly lookups: readonly Lookup[];
  readonly parts: ReadonlyMap<string, Part>;
}

/**
 * What waits, and its greatest price: each company once, nothing for those paid for. Of what nobody can read it is the
 * least, yet never too low: what is agreed to is all that the limit lets through besides, and the rest waits again.
 *
 * @param payer the account of the formulas
 * @param paid the companies it has paid for
 * @param nowMs since 1970
 */
export function priceWaiting(
  { cells, known, unread, unseen, cut }: WaitingFormulas,
  payer: Account,
  paid: PaidCompanies,
  nowMs: number,
): WaitingStatus {
  const unpaid = unseen.filter((formula) => priceOf(lookupsOf([formula], payer), paid, nowMs).credits > 0);
  const asked = [...lookupsOf([...known, ...unpaid], payer), ...cut.flatMap(({ lookups }) => lookups)];
  const parts = new Map(cut.flatMap((each) => [...each.parts]));
  const price = priceOf(asked, paid, nowMs, parts);
  return withUnread({ cells: cells + unpaid.length + cut.length, ...price }, unread);
}

/** {@link priceWaiting} of formulas that no approval holds back: what nobody can read may ask for a whole column. */
export function priceCalculated(
  formulas: WaitingFormulas,
  payer: Account,
  paid: PaidCompanies,
  nowMs: number,
): WaitingStatus {
  return asLeast(priceWaiting(formulas, payer, paid, nowMs), formulas.unread);
}

/**
 * What recalculating formulas costs at most, which is never more than formulas may still spend today; `null`: nobody knows.
 */
export function priceRecalculation(
  formulas: WaitingFormulas,
  payer: Account,
  book: SpendBook,
  nowMs: number,
): number | null {
  return mostOf(priceCalculated(formulas, payer, book.paid, nowMs), book, nowMs);
}

/** For each formula, in order, the lists it shows that a limit cut, according to the cache; `null`: none. */
export function* findCutLists(
  formulas: readonly KnownFormula[],
  payer: Account,
): Task<readonly (CutLists | null)[], Pick<RecordsPorts, 'cacheGet'> & Pick<ClientPorts, 'now'>> {
  const asked = formulas.map((formula) => lookupsOf([formula], payer));
  const parts = new Map<string, Part>();
  for (const kind of ['partners', 'rows'] as const) {
    const ofKind = asked.flat().filter((lookup) => lookup.kind === kind);
    const open = new Set(ofKind.flatMap(({ identifiers }) => identifiers.filter((each) => isOpen(kind, each))));
    const { outcomes } = open.size > 0 ? yield* recall(payer, kind, [...open]) : { outcomes: new Map() };
    for (const [identifier, part] of partsOf(outcomes)) parts.set(identifier, part);
  }
  return asked.map((lookups) => {
    const cut = lookups.flatMap((lookup) => {
      const identifiers = lookup.identifiers.filter((each) => isOpen(lookup.kind, each) && parts.has(each));
      return identifiers.length > 0 ? [{ ...lookup, identifiers }] : [];
    });
    return cut.length > 0 ? { lookups: cut, parts } : null;
  });
}
