import { parseJson, readArray } from '../client/json';
import { TraceError } from '../errors/trace-error';
import { holdsToStore } from './holds';
import { isLimited, type Ledger } from './ledger';
import { isSealed, UNNAMED_ACCOUNT, type LedgerOwner } from './ledger-owner';
import type { LedgerStore } from './ledger-store';
import { PaidCompanies, readPaidDays } from './paid-companies';
import { agree, readCounters, today, type SpendCounters } from './spend-counters';
import { readPolicy } from './spend-policy';

/** Companies that a document has room for: 170 KB, with some to spare. */
const MOST_COMPANIES = 27_000;

/**
 * What is known of one account; nothing for another account or a damaged text, so that prices are too high. A company
 * counts as free only if the account itself wrote it: otherwise anyone who may edit the file could raise its owner's
 * limit.
 *
 * @param nowMs since 1970
 * @returns counters of the present day in credits, and the companies that were paid for by day
 */
export function readLedger(store: LedgerStore, owner: LedgerOwner, nowMs: number): Ledger {
  const { counters, mark } = readSpent(store, owner.id);
  const areOwn = counters.doubts === '' || isSealed(mark, 'doubts', [counters.day, counters.doubts], owner.seal);
  return {
    policy: readPolicy(parseJson(store.read('TRACE_POLICY'))),
    ownerLimit: owner.dailyLimit,
    counters: today(areOwn ? counters : { ...counters, doubts: '' }, nowMs),
    paid: readPaid(store, 'TRACE_PAID', owner),
  };
}

/** The counters alone, and first: they are short, and a limit depends on them. @returns whether all was written */
export function writeLedger(store: LedgerStore, owner: LedgerOwner, ledger: Ledger, nowMs: number): boolean {
  if (!writeCounters(store, owner, ledger)) return false;
  return store.write({ TRACE_PAID: paidText('paid', owner, ledger.paid, MOST_COMPANIES, nowMs) });
}

/** Under a limit, they are written for certain. */
export function writeCounters(store: LedgerStore, owner: LedgerOwner, ledger: Ledger): boolean {
  const { day, doubts } = ledger.counters;
  const text = spentText(owner.id, ledger.counters, doubts === '' ? '' : owner.seal('doubts', [day, doubts]));
  return isLimited(ledger) ? store.writeForCertain('TRACE_SPENT', text) : store.write({ TRACE_SPENT: text });
}

/**
 * Approves credits for formulas. The person need not be the account: its mark stays. Throws `limitNotKept` where the
 * ledger cannot be read just now.
 *
 * @param credits what formulas may still spend today; what is left of an earlier approval lapses
 * @param nowMs since 1970
 */
export function agreeInStore(store: LedgerStore, accountId: string, credits: number, nowMs: number): void {
  if (!store.isReadable) throw new TraceError('limitNotKept', {});
  const { counters, mark } = readSpent(store, accountId);
  store.write({ TRACE_SPENT: spentText(accountId, agree(today(counters, nowMs), credits), mark) });
}

/** The account of the document's formulas; `null` until one has spent something. */
export function readPayerId(store: LedgerStore): string | null {
  const [id] = readList(store.read('TRACE_SPENT'));
  return typeof id === 'string' ? id : null;
}

/** The companies that the account itself noted as paid for. */
export function readPaid(store: LedgerStore, name: 'TRACE_PAID' | 'TRACE_GUEST', owner: LedgerOwner): PaidCompanies {
  const [id, days, mark] = readList(store.read(name));
  const isOwn = id === owner.id && isSealed(mark, name === 'TRACE_PAID' ? 'paid' : 'guest', days, owner.seal);
  return new PaidCompanies(readPaidDays(isOwn ? days : undefined));
}

/** As {@link readPaid} reads it. @param most the companies that there is room for; the oldest are left out */
export function paidText(
  part: 'paid' | 'guest',
  { id, seal }: LedgerOwner,
  paid: PaidCompanies,
  most: number,
  nowMs: number,
): string {
  const days = [...paid.toDays(nowMs, most)];
  return JSON.stringify([id, days, seal(part, days)]);
}

/** @param mark by which the account recognizes its companies in doubt */
function spentText(accountId: string, counters: SpendCounters, mark: unknown): string {
  return JSON.stringify([accountId, { ...counters, holds: holdsToStore(counters.holds) }, mark]);
}

function readSpent(
  store: LedgerStore,
  accountId: string,
): { readonly counters: SpendCounters; readonly mark: unknown } {
  const [id, counters, mark = ''] = readList(store.read('TRACE_SPENT'));
  return id === accountId || id === UNNAMED_ACCOUNT
    ? { counters: readCounters(counters), mark }
    : { counters: readCounters(undefined), mark: '' };
}

function readList(text: string): readonly unknown[] {
  return readArray(parseJson(text)) ?? [];
}
