import {
  dayNumber,
  decideGrant,
  FREE_FOR_DAYS,
  grantWithoutLedger,
  holdsToStore,
  isLimited,
  lapse,
  PaidCompanies,
  readCounters,
  readPaidDays,
  readPolicy,
  reserve,
  settle,
  type SpendCounters,
  today,
} from '../shared/formulas';
import type { Asked, CreditsPorts, Grant, Ledger } from '../shared/ports';
import type { StoredAccount } from './account';
import type { DocumentStore } from './document-store';
import { isSealed, sealOf } from './seal';

/** As many as fit 170 KB, with some to spare. */
const MOST_COMPANIES = 27_000;

/** Begins the names of the entries of runs that had no lock. */
const APART = 'TRACE_APART_';
/** As many as fit one property. */
const MOST_APART = 1_000;

/** The ledger of one account in one spreadsheet, for one run. Whoever changes it holds the document's lock. */
export class Spending {
  private ledger: Ledger | null = null;
  /** During which holding of the lock the ledger was read. */
  private readIn: number | null = null;
  /** What this run paid for without the lock. */
  private readonly apart = { name: '', credits: 0, paid: new PaidCompanies() };

  /** @param holding which holding of the lock this is; `null`: this run does not hold it */
  constructor(
    private readonly payer: StoredAccount,
    private readonly store: DocumentStore,
    private readonly holding: () => number | null = () => null,
  ) {}

  /**
   * Under a limit nothing is spent before it is written down: a run that Google stops settles nothing, and what it
   * reserved counts as spent.
   */
  reserve({ request }: Asked<CreditsPorts, 'reserve'>, nowMs: number): Grant {
    // Asked first: Google may answer again by the time that a ledger was read from nothing.
    const isReadable = this.store.isReadable;
    const ledger = this.read(nowMs);
    if (!isReadable) return grantWithoutLedger(ledger, request, nowMs);
    const grant = decideGrant(ledger, request, nowMs);
    this.ledger = { ...ledger, counters: reserve(ledger.counters, grant, nowMs) };
    if (isLimited(ledger) && grant.credits > 0) {
      if (this.holding() !== null && this.writeCounters()) return grant;
      this.ledger = ledger;
      return grantWithoutLedger(ledger, request, nowMs);
    }
    // So that an editor's sidebar knows whose ledger it is.
    if (grant.refused.size > 0 && readPayerId(this.store) !== this.payer.id) this.write(nowMs);
    return grant;
  }

  settle({ grant, kind, outcomes }: Asked<CreditsPorts, 'settle'>, nowMs: number): void {
    const ledger = this.read(nowMs);
    this.ledger = { ...ledger, counters: settle(ledger, grant, kind, outcomes, nowMs) };
    if (outcomes.size === 0 && grant.credits === 0) return;
    if (this.holding() !== null && this.readIn === this.holding()) {
      this.write(nowMs);
      return;
    }
    const { apart } = this;
    apart.credits += this.ledger.counters.formulas - today(ledger.counters, nowMs).formulas;
    settle({ ...ledger, paid: apart.paid }, grant, kind, outcomes, nowMs);
    this.writeApart(nowMs);
  }

  /** Books what a run paid for. */
  pay(companies: readonly string[], nowMs: number): void {
    const { paid, ...ledger } = this.read(nowMs);
    const runs = ledger.counters.runs + paid.pay(companies, nowMs).length;
    this.ledger = { ...ledger, paid, counters: { ...ledger.counters, runs } };
    this.write(nowMs);
  }

  private read(nowMs: number): Ledger {
    const holding = this.holding();
    // Never from nothing, or nothing would be written over the ledger.
    if (!this.store.isReadable) return this.ledger ?? readLedger(this.store, this.payer, nowMs);
    // Another run may have changed what was read before this one had the lock, or had it again.
    if (holding !== null && holding !== this.readIn) {
      this.readIn = holding;
      const ledger = readLedger(this.store, this.payer, nowMs);
      this.ledger = { ...ledger, counters: lapse(ledger.counters, 0, nowMs) };
      this.takeIn(nowMs);
    }
    return (this.ledger ??= readLedger(this.store, this.payer, nowMs));
  }

  /**
   * A run that spends without the lock writes an entry of its own: if two wrote the ledger at once, one writing would be lost.
   * Only where there is no limit: see {@link Spending.reserve}.
   */
  private writeApart(nowMs: number): void {
    const { apart, payer } = this;
    apart.name ||= `${APART}${Utilities.getUuid().slice(0, 8)}`;
    const said = [dayNumber(nowMs), apart.credits, [...apart.paid.toDays(nowMs, MOST_APART)]];
    this.store.writeOther(apart.name, JSON.stringify([payer.id, said, sealOf('apart', said, payer)]));
  }

  /**
   * Adds what others have spent without the lock. An entry stays if the ledger cannot be written. One of another account
   * also stays, for that account to add, as long as its companies count as paid for.
   */
  private takeIn(nowMs: number): void {
    let { counters } = this.ledger!;
    const taken: string[] = [];
    for (const [name, text] of this.store.others(APART)) {
      const [id, said, mark] = parseList(text);
      const [day, credits, days] = (Array.isArray(said) ? said : []) as unknown as readonly [number, number, unknown];
      if (typeof id === 'string' && id !== this.payer.id && Math.abs(dayNumber(nowMs) - day) <= FREE_FOR_DAYS) continue;
      taken.push(name);
      if (id !== this.payer.id || !isSealed(mark, 'apart', said, this.payer)) continue;
      if (day === counters.day) counters = { ...counters, formulas: counters.formulas + credits };
      this.ledger!.paid.add(readPaidDays(days));
    }
    if (taken.length === 0) return;
    this.ledger = { ...this.ledger!, counters };
    if (this.write(nowMs)) this.store.removeOthers(taken);
  }

  /** The counters alone, and first: they are short, and a limit depends on them. */
  private write(nowMs: number): boolean {
    if (!this.writeCounters()) return false;
    const days = [...this.ledger!.paid.toDays(nowMs, MOST_COMPANIES)];
    return this.store.write({ TRACE_PAID: JSON.stringify([this.payer.id, days, sealOf('paid', days, this.payer)]) });
  }

  private writeCounters(): boolean {
    const { day, doubts } = this.ledger!.counters;
    const mark = doubts === '' ? '' : sealOf('doubts', [day, doubts], this.payer);
    const text = spentText(this.payer.id, this.ledger!.counters, mark);
    return isLimited(this.ledger!)
      ? this.store.writeForCertain('TRACE_SPENT', text)
      : this.store.write({ TRACE_SPENT: text });
  }
}

/**
 * In the form that {@link readLedger} reads.
 * @param mark of the companies in doubt
 */
export function spentText(payerId: string, counters: SpendCounters, mark: unknown): string {
  return JSON.stringify([payerId, { ...counters, holds: holdsToStore(counters.holds) }, mark]);
}

/**
 * What is known of one account; nothing for another account or a damaged text, so that prices are too high. A company
 * counts as free only if the account itself wrote it: otherwise anyone who may edit the file could raise its owner's
 * limit.
 */
export function readLedger(
  store: DocumentStore,
  payer: Pick<StoredAccount, 'id' | 'dailyLimit' | 'sealKey'>,
  nowMs: number,
): Ledger {
  const { counters, mark } = readSpent(store, payer.id);
  const areOwn = counters.doubts === '' || isSealed(mark, 'doubts', [counters.day, counters.doubts], payer);
  return {
    policy: readPolicy(parse(store.read('TRACE_POLICY'))),
    ownerLimit: payer.dailyLimit,
    counters: today(areOwn ? counters : { ...counters, doubts: '' }, nowMs),
    paid: readPaid(store, 'TRACE_PAID', payer),
  };
}

/** As stored, with the mark by which the account recognizes its companies in doubt. */
export function readSpent(
  store: DocumentStore,
  payerId: string,
): { readonly counters: SpendCounters; readonly mark: unknown } {
  const [id, counters, mark = ''] = parseList(store.read('TRACE_SPENT'));
  return id === payerId ? { counters: readCounters(counters), mark } : { counters: readCounters(undefined), mark: '' };
}

/** The companies that the account itself noted as paid for. */
export function readPaid(
  store: DocumentStore,
  name: 'TRACE_PAID' | 'TRACE_GUEST',
  payer: Pick<StoredAccount, 'id' | 'sealKey'>,
): PaidCompanies {
  const [id, days, mark] = parseList(store.read(name));
  const isOwn = id === payer.id && isSealed(mark, name === 'TRACE_PAID' ? 'paid' : 'guest', days, payer);
  return new PaidCompanies(readPaidDays(isOwn ? days : undefined));
}

/** The account of the spreadsheet's formulas; `null` until one has spent something. */
export function readPayerId(store: DocumentStore): string | null {
  const [id] = parseList(store.read('TRACE_SPENT'));
  return typeof id === 'string' ? id : null;
}

function parseList(text: string): readonly unknown[] {
  const value = parse(text);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
