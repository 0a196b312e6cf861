import type { ClientPorts } from '../../client/ports';
import { sumOf } from '../../credits/daily-spending';
import { type Ledger, mostToday } from '../../credits/ledger';
import type { PaidCompanies } from '../../credits/paid-companies';
import { asLeast, isOpen, priceOf, withUnread } from '../../credits/prices';
import type { WaitingStatus } from '../../credits/waiting-lookups';
import { recall } from '../../lookup/cache';
import type { Lookup, RecordsPorts } from '../../lookup/ports';
import type { Account } from '../../records/account';
import { partialsOf, type PartialList } from '../../records/outcome';
import type { Task } from '../../task';
import { lookupsOf, type MostCalls, type WrittenFormula } from '../column/known-formulas';
import type { KnownFormula } from '../ports';

/** The formulas of a document that wait for approval, or may. */
export interface WaitingFormulas {
  /** How many cells show that they wait. */
  readonly cells: number;
  /** The calls that they may make, if the arguments are known. */
  readonly known: readonly KnownFormula[];
  /** How many calls with unreadable arguments they may make, counted once for each row that a formula fills. */
  readonly unread: number;
  /** Formulas that show their `if_problem=`. Those that would have to pay may be waiting. */
  readonly unseen: readonly KnownFormula[];
  /** Formulas that wait for the rest of a list; see `findCutLists`. */
  readonly cut: readonly CutLists[];
}

/** Formulas of one sheet, and every call that they may make. */
export interface CountedFormulas extends MostCalls {
  readonly formulas: readonly string[];
  /** In how many rows each of the formulas waits; absent: unknown, so each counts once. */
  readonly rows?: ReadonlyMap<string, number>;
}

/** The formulas of one sheet that wait or may wait, with the calls that are known. */
interface SheetWaiting extends CountedFormulas {
  /** Calls of formulas that show their `if_problem=`. */
  readonly unseen: readonly WrittenFormula[];
  /** Calls of formulas that show a list, perhaps in part. */
  readonly lists: readonly WrittenFormula[];
}

/** Formulas that wait, and the texts of those that show only part of a list. */
export interface Waiting extends WaitingFormulas {
  readonly cutFormulas: ReadonlySet<string>;
}

/** Formulas that will be calculated whatever they show, such as those that a retry enters again. */
export function toRecalculated(sheets: readonly CountedFormulas[]): WaitingFormulas {
  const unread = sheets.flatMap(({ formulas, whole, rows }) => {
    const counts = new Map<string, number>();
    for (const each of formulas) if (!whole.has(each)) counts.set(each, (counts.get(each) ?? 0) + 1);
    return [...counts].map(([formula, count]) => Math.max(count, rows?.get(formula) ?? 0));
  });
  return {
    cells: sheets.flatMap(({ formulas }) => formulas).length,
    known: sheets.flatMap(({ known }) => known),
    unread: sumOf(unread),
    unseen: [],
    cut: [],
  };
}

/** What waits in all sheets of a document. @param payer the account of the formulas */
export function* gatherWaiting(
  sheets: readonly SheetWaiting[],
  payer: Account,
): Task<Waiting, Pick<RecordsPorts, 'cacheGet'> & Pick<ClientPorts, 'now'>> {
  const lists = sheets.flatMap((sheet) => sheet.lists);
  const cut = yield* findCutLists(lists, payer);
  return {
    ...toRecalculated(sheets),
    unseen: sheets.flatMap(({ unseen }) => unseen),
    cut: cut.flatMap((each) => each ?? []),
    cutFormulas: new Set(lists.flatMap(({ formula }, index) => (cut[index] === null ? [] : [formula]))),
  };
}

/** Lists of one formula that a limit cut. */
interface CutLists {
  readonly lookups: readonly Lookup[];
  readonly parts: ReadonlyMap<string, PartialList>;
}

/** For each formula, in order, the lists it shows that a limit cut, according to the cache; `null`: none. */
function* findCutLists(
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

/**
 * Prices what waits, at most: each company once, and nothing for companies already paid for. Formulas that cannot be
 * read count at their minimum. That is safe, because approval covers only this price and the rest waits again.
 *
 * @param payer the account of the formulas
 * @param paid the companies it has paid for
 * @param nowMs milliseconds since 1970
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

/** {@link priceWaiting} for formulas that need no approval: one that cannot be read may ask for a whole column. */
export function priceCalculated(
  formulas: WaitingFormulas,
  payer: Account,
  paid: PaidCompanies,
  nowMs: number,
): WaitingStatus {
  return asLeast(priceWaiting(formulas, payer, paid, nowMs), formulas.unread);
}

/** The most that recalculating formulas can cost, limited by what formulas may still spend today; `null`: unknown. */
export function priceRecalculation(
  formulas: WaitingFormulas,
  payer: Account,
  ledger: Ledger,
  nowMs: number,
): number | null {
  return mostToday(priceCalculated(formulas, payer, ledger.paid, nowMs), ledger, nowMs);
}
