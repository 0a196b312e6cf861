import { get, update } from 'idb-keyval';
import {
  decideGrant,
  grantUnseen,
  grantWithoutLedger,
  reservationsToStore,
  isLimited,
  lapse,
  NO_SPENDING,
  PaidCompanies,
  readCounters,
  readPaidDays,
  refusesLists,
  type SpendCounters,
  toSettled,
  WaitingLookups,
  withGrant,
} from '../../shared/formulas';
import type { Asked, CreditsPorts, Grant, Ledger, SpendRequest } from '../../shared/ports';
import { readSpendPolicy } from './document-settings';
import { onPage } from '../functions/on-page';
import { PageDatabase } from '../functions/page-database';

export const LEDGER_DATABASE = 'trace-spending';
/** Browsers have stored ledgers under this name. */
export const LEDGER_STORE = 'books';

/** One account's ledger in the browser. */
interface Stored {
  readonly counters: Omit<SpendCounters, 'reservations'> & {
    readonly reservations: ReturnType<typeof reservationsToStore>;
  };
  readonly days: readonly (readonly [day: number, codes: string])[];
  /** Changes with each write, so that pages notice what others have written. */
  readonly revision: string;
}

/** What a page knows about one account. */
interface PageLedger {
  counters: SpendCounters;
  readonly paid: PaidCompanies;
  /** The last write that it includes; `''`: none yet. */
  revision: string;
}

/** For one account: enough for 30 days, and a megabyte. */
const MOST_COMPANIES = 200_000;

/** Longer than any batch takes with all its retries: older reservations were left by closed pages. */
export const UNDER_WAY_MS = 600_000;

/**
 * The ledgers of one page, shared by two scripts: the functions write them, and the panel reads and changes them.
 * What only the panel does is in `panel-spending.ts`, to keep it out of the functions' script. Pages of other files
 * share the same ledgers, so each change is applied to what is stored, in one transaction.
 */
export class Spending {
  /** Lookups by formulas of this page that have no answer yet: a formula makes one at a time. */
  pending = 0;
  readonly ledgers = new Map<string, PageLedger>();
  /** Lookups that were refused and wait for approval, by account. */
  readonly waitingByAccount = new Map<string, WaitingLookups>();
  private readonly database = new PageDatabase(LEDGER_DATABASE, LEDGER_STORE);
  /** Called when something was spent, or waits. */
  readonly listeners = new Set<() => void>();
  /** What this page has reserved under a limit and not settled yet, in credits, by grant. */
  private readonly underWay = new Map<string, number>();
  /** Batches that wait until another one is settled. */
  private waitingForRoom: (() => void)[] = [];

  async reserve(accountId: string, { request }: Asked<CreditsPorts, 'reserve'>, nowMs: number): Promise<Grant> {
    let grant = await this.decide(accountId, request, nowMs);
    // Lists of unknown length reserve more than most of them cost, so there may be room once others are settled.
    while (grant.granted.length === 0 && this.underWay.size > 0 && refusesLists(request, grant)) {
      await new Promise<void>((resolve) => this.waitingForRoom.push(resolve));
      grant = await this.decide(accountId, request, nowMs);
    }
    this.waitingOf(accountId).note(request, grant);
    this.tell();
    return grant;
  }

  /**
   * Under a limit, a reservation is in the ledger before anything is sent, written in the same transaction that
   * decides it: pages of other workbooks share the limit. If it cannot be written, nothing is spent.
   */
  private async decide(accountId: string, request: SpendRequest, nowMs: number): Promise<Grant> {
    if (isGrantedUnseen(request)) return grantUnseen(request);
    const ledger = await this.refresh(accountId);
    const known = decideGrant(withLimits(ledger), request, nowMs);
    if (request.isRun === true || !isLimited(withLimits(ledger)) || known.credits === 0) return known;
    const id = `${nowMs}.${Math.random()}`;
    const decided: { grant?: Grant } = {};
    const isKept = await this.change(accountId, nowMs, () => {
      ledger.counters = lapse(ledger.counters, UNDER_WAY_MS, nowMs);
      decided.grant = { ...decideGrant(withLimits(ledger), request, nowMs), id };
      return withGrant(ledger.counters, decided.grant, nowMs);
    });
    const { grant } = decided;
    if (!isKept || grant === undefined) {
      // Nothing is sent for it. If it stayed reserved, it would later count as spent.
      if (grant) ledger.counters = toSettled(withLimits(ledger), grant, request.kind, new Map(), nowMs).counters;
      return grantWithoutLedger(withLimits(ledger), request, nowMs);
    }
    if (grant.credits > 0) this.underWay.set(id, grant.credits);
    return grant;
  }

  /** @returns the cost in credits of this grant alone, however many are settled at once */
  async settle(
    accountId: string,
    { grant, kind, outcomes }: Asked<CreditsPorts, 'settle'>,
    nowMs: number,
  ): Promise<number> {
    let cost = 0;
    await this.change(accountId, nowMs, (ledger) => {
      const settled = toSettled(withLimits(ledger), grant, kind, outcomes, nowMs);
      cost = settled.credits;
      return settled.counters;
    });
    const { id = '', credits } = grant;
    const left = (this.underWay.get(id) ?? 0) - credits;
    if (left > 0) this.underWay.set(id, left);
    else this.underWay.delete(id);
    for (const goOn of this.waitingForRoom.splice(0)) goOn();
    this.tell();
    return cost;
  }

  /** Returns the identifiers that are paid for. */
  async paidOf(accountId: string, identifiers: readonly string[], nowMs: number): Promise<ReadonlySet<string>> {
    const { paid } = await this.refresh(accountId);
    return new Set(identifiers.filter((identifier) => paid.isPaid(identifier, nowMs)));
  }

  /** What waits for approval. */
  waitingOf(accountId: string): WaitingLookups {
    const waiting = this.waitingByAccount.get(accountId) ?? new WaitingLookups();
    this.waitingByAccount.set(accountId, waiting);
    return waiting;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private ledgerOf(accountId: string): PageLedger {
    const known = this.ledgers.get(accountId);
    const ledger = known ?? { counters: NO_SPENDING, paid: new PaidCompanies(), revision: '' };
    this.ledgers.set(accountId, ledger);
    return ledger;
  }

  /** The stored ledger. */
  async refresh(accountId: string): Promise<PageLedger> {
    const ledger = this.ledgerOf(accountId);
    try {
      take(ledger, await this.database.ask((store) => get<Partial<Stored>>(accountId, store)));
    } catch {
      // The page then has only its own knowledge; under a limit nothing is spent because of it.
    }
    return ledger;
  }

  /** @returns whether the browser saved it */
  async change(accountId: string, nowMs: number, act: (ledger: PageLedger) => SpendCounters): Promise<boolean> {
    const ledger = this.ledgerOf(accountId);
    let [isDone, isGivenUp] = [false, false];
    const changed = (stored: Partial<Stored> | undefined): Partial<Stored> | undefined => {
      // The page has already counted it: counting it again would find its companies paid for, and release the
      // reservation.
      if (isGivenUp) return stored;
      take(ledger, stored);
      ledger.counters = act(ledger);
      isDone = true;
      return toStored(ledger, nowMs);
    };
    try {
      await this.database.ask((store) =>
        update<Partial<Stored>>(accountId, changed as (stored?: Partial<Stored>) => Stored, store),
      );
      return true;
    } catch {
      // The page continues with its own ledger.
    }
    isGivenUp = true;
    if (!isDone) ledger.counters = act(ledger);
    return false;
  }
}

/** Whether everything is granted, whatever the ledger says: reading it would only delay the request. */
function isGrantedUnseen({ ifFree, isRun }: SpendRequest): boolean {
  return isRun !== true && ifFree.length === 0 && !isLimited({ policy: readSpendPolicy(), ownerLimit: null });
}

function withLimits({ counters, paid }: PageLedger): Ledger {
  return { policy: readSpendPolicy(), ownerLimit: null, counters, paid };
}

/** Adds what another page has written. */
function take(ledger: PageLedger, stored: Partial<Stored> | undefined): void {
  if (stored === undefined || stored.revision === ledger.revision) return;
  ledger.counters = readCounters(stored.counters);
  ledger.paid.add(readPaidDays(stored.days));
  ledger.revision = String(stored.revision);
}

function toStored(ledger: PageLedger, nowMs: number): Stored {
  ledger.revision = `${nowMs}.${Math.random()}`;
  const { counters, paid, revision } = ledger;
  const reservations = reservationsToStore(counters.reservations);
  return { counters: { ...counters, reservations }, days: [...paid.toDays(nowMs, MOST_COMPANIES)], revision };
}

/** The page's only spending object. */
export function pageSpending(): Spending {
  return onPage('spending', () => new Spending());
}
