import type { LookupKind, LookupOutcome } from '../records/outcome';
import {
  decideGrant,
  grantWithoutLedger,
  isLimited,
  toSettled,
  withGrant,
  type Grant,
  type Ledger,
  type SpendRequest,
} from './ledger';
import type { LedgerOwner } from './ledger-owner';
import type { LedgerStore } from './ledger-store';
import { readLedger, readPayerId, writeCounters, writeLedger } from './ledger-texts';
import { lapse } from './spend-counters';

/** Google ends a formula after 30 s. What it had reserved and not settled counts as spent after that. */
const UNDER_WAY_MS = 30_000;

/** What a host provides to one run of the script. */
interface LedgerRun {
  /** Changes the ledger. @param change receives whether no other run can change it meanwhile */
  readonly alone: <T>(change: (isAlone: boolean) => T) => T;
  /** What the owner's own store says now about today's counters, like `LedgerOwner.noted`. */
  readonly noted: () => string;
  /** 8 random digits. */
  readonly newId: () => string;
}

/** What came of a grant. */
interface Settled {
  readonly grant: Grant;
  readonly kind: LookupKind;
  readonly outcomes: ReadonlyMap<string, LookupOutcome>;
}

/** The ledger of one account, stored in the document, for one run of the script. Other runs change it in between. */
export class DocumentLedger {
  constructor(
    private readonly owner: LedgerOwner,
    private readonly store: LedgerStore,
    private readonly run: LedgerRun,
  ) {}

  /**
   * Under a limit nothing is spent before it is written down. If the host stops a run, its reservation is never
   * settled and counts as spent.
   */
  reserve({ request }: { readonly request: SpendRequest }, nowMs: number): Grant {
    const { store } = this;
    const known = this.read(this.owner, nowMs);
    if (known === null) return this.refuse(request, nowMs);
    if (!isLimited(known)) return decideGrant(known, request, nowMs);
    return this.run.alone((isAlone) => {
      if (!isAlone) return this.refuse(request, nowMs);
      const owner = this.refresh();
      const ledger = this.read(owner, nowMs);
      if (ledger === null) return this.refuse(request, nowMs);
      const grant = { ...decideGrant(ledger, request, nowMs), id: this.run.newId() };
      const reserved = { ...ledger, counters: withGrant(ledger.counters, grant, nowMs) };
      if (grant.credits > 0) {
        const why = store.isOwners === true ? 'ownerNeeded' : 'limitNotKept';
        if (!writeCounters(store, owner, reserved)) return grantWithoutLedger(ledger, request, nowMs, why);
      } else if (grant.refused.size > 0 && readPayerId(store) !== owner.id) {
        // Written so that an editor's panel can tell which account has this ledger.
        writeLedger(store, owner, reserved, nowMs);
      }
      return grant;
    });
  }

  settle({ grant, kind, outcomes }: Settled, nowMs: number): void {
    if (outcomes.size === 0 && grant.credits === 0) return;
    this.run.alone((isAlone) => {
      const owner = this.refresh();
      // If the ledger cannot be read, it must not be overwritten with an empty one.
      const ledger = this.read(owner, nowMs);
      // If two runs wrote the ledger at once, one change would be lost. Under a limit, the reservation then counts as
      // spent.
      if (ledger === null || (!isAlone && isLimited(ledger))) return;
      const { counters } = toSettled(ledger, grant, kind, outcomes, nowMs);
      writeLedger(this.store, owner, { ...ledger, counters }, nowMs);
    });
  }

  /** Rereads the texts, so that changes by other runs count from now on. */
  private refresh(): LedgerOwner {
    this.store.refresh();
    return { ...this.owner, noted: this.run.noted() };
  }

  /** The ledger; `null`: it cannot be read. */
  private read(owner: LedgerOwner, nowMs: number): Ledger | null {
    // Checked first, because the store could become readable just after an empty ledger was read.
    if (!this.store.isReadable) return null;
    const ledger = readLedger(this.store, owner, nowMs);
    return { ...ledger, counters: lapse(ledger.counters, UNDER_WAY_MS, nowMs) };
  }

  private refuse(request: SpendRequest, nowMs: number): Grant {
    return grantWithoutLedger(readLedger(this.store, this.owner, nowMs), request, nowMs);
  }
}
