import type { TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import type { Grant, SpendRequest } from './ledger';
import { isOpen, priceOfOne, sumOfPrices, type Price, type FormulasPrice } from './prices';

/** What waits for the user's approval, and its price. */
export interface WaitingStatus extends FormulasPrice {
  readonly cells: number;
}

/** Lookups that a limit refused, for hosts that cannot ask their formulas. */
export class WaitingLookups {
  readonly pricesByName = new Map<string, Price>();
  /** Of these, lists that were shown in part. */
  readonly cut = new Set<string>();

  /** Notes what a limit refused. Lookups of an enrichment, which has its own limit, do not wait for approval. */
  note({ kind, read, isRun }: SpendRequest, { granted, refused }: Grant): void {
    if (isRun === true) return;
    if (this.pricesByName.size > 0) for (const identifier of granted) this.remove(`${kind}|${identifier}`);
    for (const [identifier, error] of refused) {
      if (!mayBeAgreedTo(error)) continue;
      const partial = read?.get(identifier);
      this.pricesByName.set(`${kind}|${identifier}`, priceOfOne(kind, identifier, partial));
      if (partial !== undefined) this.cut.add(`${kind}|${identifier}`);
    }
  }

  private remove(name: string): void {
    this.pricesByName.delete(name);
    this.cut.delete(name);
  }
}

/** How many lookups wait, and what they would cost. */
export function waitingStatus({ pricesByName }: WaitingLookups): WaitingStatus {
  return { cells: pricesByName.size, ...sumOfPrices(pricesByName.values()) };
}

/** Whether some are lists that were shown in part, whose cells show no problem. */
export function hasCutLists({ cut }: WaitingLookups): boolean {
  return cut.size > 0;
}

/** Whether lists of unknown length were refused. They reserve more than most of them cost. */
export function refusesLists({ kind, isRun }: SpendRequest, { refused }: Grant): boolean {
  return isRun !== true && [...refused].some(([each, error]) => isOpen(kind, each) && mayBeAgreedTo(error));
}

/** A limit cannot cut batches, so they are not fetched after an approval either. */
function mayBeAgreedTo(error: TraceError): boolean {
  return traitsOf(error).remembered?.of === 'lookup';
}
