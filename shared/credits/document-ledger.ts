import type { Asked } from '../task';
import { apartText, takeInApart } from './apart-entries';
import { decideGrant, grantWithoutLedger, isLimited, toSettled, withGrant, type Grant, type Ledger } from './ledger';
import type { LedgerOwner } from './ledger-owner';
import type { LedgerStore } from './ledger-store';
import { readLedger, readPayerId, writeCounters, writeLedger } from './ledger-texts';
import { PaidCompanies } from './paid-companies';
import type { CreditsPorts } from './ports';
import { lapse } from './spend-counters';

/** Begins the names of the entries of runs that had no lock. */
const APART = 'TRACE_APART_';

/** What a host says of one run. */
interface LedgerRun {
  /** Which holding of the document's lock this is; `null`: the run does not hold it. Whoever changes the ledger does. */
  readonly holding: () => number | null;
  /** 8 random digits. */
  readonly newId: () => string;
}

/** The ledger of one account in a document that keeps it, for one run. */
export class DocumentLedger {
  private ledger: Ledger | null = null;
  /** During which holding of the lock the ledger was read. */
  private readIn: number | null = null;
  /** What this run paid for without the lock. */
  private readonly apart = { name: '', credits: 0, paid: new PaidCompanies() };

  constructor(
    private readonly owner: LedgerOwner,
    private readonly store: LedgerStore,
    private readonly run: LedgerRun,
  ) {}

  /**
   * Under a limit nothing is spent before it is written down: a run that its host stops settles nothing, and what it
   * reserved counts as spent.
   */
  reserve({ request }: Asked<CreditsPorts, 'reserve'>, nowMs: number): Grant {
    const { owner, store } = this;
    // Asked first: it may be readable again by the time that a ledger was read from nothing.
    const { isReadable } = store;
    const ledger = this.read(nowMs);
    if (!isReadable) return grantWithoutLedger(ledger, request, nowMs);
    const grant = decideGrant(ledger, request, nowMs);
    const reserved = { ...ledger, counters: withGrant(ledger.counters, grant, nowMs) };
    if (isLimited(ledger) && grant.credits > 0) {
      if (this.run.holding() === null) return grantWithoutLedger(ledger, request, nowMs);
      const isKept = writeCounters(store, owner, reserved);
      const why = store.isOwners === true ? 'ownerNeeded' : 'limitNotKept';
      if (!isKept) return grantWithoutLedger(ledger, request, nowMs, why);
    } else if (grant.refused.size > 0 && readPayerId(store) !== owner.id) {
      // So that an editor's panel knows which account has this ledger.
      writeLedger(store, owner, reserved, nowMs);
    }
    this.ledger = reserved;
    return grant;
  }

  settle({ grant, kind, outcomes }: Asked<CreditsPorts, 'settle'>, nowMs: number): void {
    const { owner, store, apart } = this;
    const ledger = this.read(nowMs);
    const holding = this.run.holding();
    const isApart = holding === null || holding !== this.readIn;
    const { charged, credits, counters } = toSettled(ledger, grant, kind, outcomes, nowMs);
    const settled = { ...ledger, counters };
    this.ledger = settled;
    if (outcomes.size === 0 && grant.credits === 0) return;
    if (!isApart) {
      writeLedger(store, owner, settled, nowMs);
      return;
    }
    // If two wrote the ledger at once, one writing would be lost. Under a limit, such a run has spent nothing.
    apart.name ||= APART + this.run.newId();
    apart.credits += credits;
    // What is charged on the last of its 30 days is not paid for afterwards.
    apart.paid.pay(
      charged.filter((company) => ledger.paid.isPaid(company, nowMs)),
      nowMs,
    );
    store.writeOther(apart.name, apartText(owner, apart.credits, apart.paid, nowMs));
  }

  private read(nowMs: number): Ledger {
    const { owner, store } = this;
    const holding = this.run.holding();
    // Never from nothing, or nothing would be written over the ledger.
    if (!store.isReadable) return this.ledger ?? readLedger(store, owner, nowMs);
    // Another run may have changed what was read before this one had the lock, or had it again.
    if (holding !== null && holding !== this.readIn) {
      this.readIn = holding;
      const ledger = readLedger(store, owner, nowMs);
      this.ledger = this.takeIn({ ...ledger, counters: lapse(ledger.counters, 0, nowMs) }, nowMs);
    }
    return (this.ledger ??= readLedger(store, owner, nowMs));
  }

  /** With what others have spent without the lock. Their entries stay if the ledger cannot be written. */
  private takeIn(ledger: Ledger, nowMs: number): Ledger {
    const { owner, store } = this;
    const { counters, taken } = takeInApart(ledger, owner, store.others(APART), nowMs);
    if (taken.length === 0) return ledger;
    const whole = { ...ledger, counters };
    if (writeLedger(store, owner, whole, nowMs)) store.removeOthers(taken);
    return whole;
  }
}
