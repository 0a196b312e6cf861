import type { TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import type { Grant, SpendRequest } from './ledger';
import { isOpen, priceOfOne, sumOfPrices, type Price } from './prices';

/** What formulas wait for until a person agrees to pay. */
export interface WaitingStatus {
  readonly cells: number;
  /** What it costs at most, unless `isLeast`. */
  readonly credits: number;
  /** Whether all partners of a company wait: each may cost a credit, and how many there are is not known before. */
  readonly isLeast: boolean;
}

/** Look-ups that a limit has refused, for a host whose formulas cannot be asked. */
export class WaitingLookups {
  private readonly waiting = new Map<string, Price>();
  private readonly cut = new Set<string>();

  /** Notes what a limit has said. What a run's own limit refuses does not wait for anybody. */
  note({ kind, read, isRun }: SpendRequest, { granted, refused }: Grant): void {
    if (isRun === true) return;
    for (const identifier of granted) this.remove(`${kind}|${identifier}`);
    for (const [identifier, error] of refused) {
      if (!mayBeAgreedTo(error)) continue;
      const part = read?.get(identifier);
      this.waiting.set(`${kind}|${identifier}`, priceOfOne(kind, identifier, part));
      if (part !== undefined) this.cut.add(`${kind}|${identifier}`);
    }
  }

  get status(): WaitingStatus {
    return { cells: this.waiting.size, ...sumOfPrices(this.waiting.values()) };
  }

  /** Whether lists are among them that are shown as far as they came: their cells show no problem. */
  get hasCutLists(): boolean {
    return this.cut.size > 0;
  }

  private remove(name: string): void {
    this.waiting.delete(name);
    this.cut.delete(name);
  }
}

/** Whether lists were refused whose length nobody knows: they set aside more than most of them cost. */
export function refusesLists({ kind, isRun }: SpendRequest, { refused }: Grant): boolean {
  return isRun !== true && [...refused].some(([each, error]) => isOpen(kind, each) && mayBeAgreedTo(error));
}

/** What no limit can cut is not fetched for a person's word either. */
function mayBeAgreedTo(error: TraceError): boolean {
  return traitsOf(error).remembered?.of === 'lookup';
}
