import { parseJson, readArray, readObject } from '../client/json';
import { isLimited, type Ledger } from './ledger';
import { isSealed, UNNAMED_ACCOUNT, type LedgerOwner } from './ledger-owner';
import type { LedgerStore } from './ledger-store';
import { firstDoubts, PaidCompanies, readPaidDays } from './paid-companies';
import { reservationsToStore, readCounters, sumOf, today, type SpendCounters } from './spend-counters';
import { DEFAULT_POLICY, readPolicy, stricterPolicy, type SpendPolicy } from './spend-policy';

/**
 * What the signature of each text covers, and how many companies it has room for: 170 KB and 24 KB, with some to
 * spare.
 */
const PAID = {
  TRACE_PAID: { section: 'paid', most: 27_000 },
  TRACE_GUEST: { section: 'guest', most: 3_800 },
} as const;

/**
 * Reads the ledger of one account. Another account's or a damaged text counts as empty, so that prices are rather too
 * high. A company counts as free only if the account itself wrote it, and the file's policy counts only if it allows
 * less than the owner's: otherwise anyone who may edit the file could raise the owner's limit.
 *
 * @param nowMs milliseconds since 1970
 * @returns today's counters in credits, and the companies that were paid for, by day
 */
export function readLedger(store: LedgerStore, owner: LedgerOwner, nowMs: number): Ledger {
  const { counters, signature } = readSpent(store.read('TRACE_SPENT'), owner.id);
  const areOwn = counters.doubts === '' || isSealed(signature, 'doubts', [counters.day, counters.doubts], owner.seal);
  const filePolicy = readFilePolicy(store);
  const noted = readSpent(owner.noted ?? '', owner.id).counters;
  const now = atLeast(today(areOwn ? counters : { ...counters, doubts: '' }, nowMs), noted);
  const approved = owner.approved.day === now.day ? owner.approved.credits : 0;
  return {
    policy: owner.policy === null ? filePolicy : stricterPolicy(owner.policy, filePolicy),
    ownerLimit: owner.dailyLimit,
    counters: { ...now, agreed: Math.max(0, approved - now.formulasAgreed) },
    paid: readPaid(store, 'TRACE_PAID', owner),
  };
}

/**
 * The policy that the document contains. Anyone who may edit the document can change it.
 *
 * @param payerId the account whose credits formulas spend; absent: the policy only serves to lower another one
 * @returns at most the default if someone else chose a higher one before any formula had set the payer
 */
export function readFilePolicy(store: LedgerStore, payerId?: string): SpendPolicy {
  const stored = parseJson(store.read('TRACE_POLICY'));
  const policy = readPolicy(stored);
  const by = readObject(stored)?.['by'];
  const isTheirs = payerId === undefined || by === undefined || by === payerId;
  return isTheirs ? policy : stricterPolicy(policy, DEFAULT_POLICY);
}

/**
 * Writes a policy as {@link readFilePolicy} reads it. @param by the account that chose it, `''`: none; absent:
 * formulas have already set the payer
 */
export function filePolicyText(policy: SpendPolicy, by?: string): string {
  return JSON.stringify({ ...policy, by });
}

/**
 * Writes the counters alone, and first: they are short, and a limit depends on them. @returns whether everything was
 * written
 */
export function writeLedger(store: LedgerStore, owner: LedgerOwner, ledger: Ledger, nowMs: number): boolean {
  if (!writeCounters(store, owner, ledger)) return false;
  return store.write({ TRACE_PAID: paidText('TRACE_PAID', owner, ledger.paid, nowMs, store) });
}

/** Writes the counters. Under a limit, they are read back. */
export function writeCounters(store: LedgerStore, owner: LedgerOwner, ledger: Ledger): boolean {
  const { day } = ledger.counters;
  // Doubts that do not fit count again when their company is asked for again.
  const doubts = firstDoubts(ledger.counters.doubts, store.mostCompanies ?? Infinity);
  const text = spentText(
    owner.id,
    { ...ledger.counters, doubts },
    doubts === '' ? '' : owner.seal('doubts', [day, doubts]),
  );
  return isLimited(ledger) ? store.writeForCertain('TRACE_SPENT', text) : store.write({ TRACE_SPENT: text });
}

/** The account of the document's formulas, which only formulas write; `null` until one has spent something. */
export function readPayerId(store: LedgerStore): string | null {
  return readAccountId(store, 'TRACE_SPENT');
}

/** The account that a text belongs to; `null`: there is none. */
export function readAccountId(store: LedgerStore, name: 'TRACE_SPENT' | 'TRACE_PAID'): string | null {
  const [id] = readList(store.read(name));
  return typeof id === 'string' ? id : null;
}

/** The companies that the account itself noted as paid for. */
export function readPaid(store: LedgerStore, name: keyof typeof PAID, owner: LedgerOwner): PaidCompanies {
  const [id, days, signature] = readList(store.read(name));
  const isOwn = id === owner.id && isSealed(signature, PAID[name].section, days, owner.seal);
  return new PaidCompanies(readPaidDays(isOwn ? days : undefined));
}

/** Writes companies as {@link readPaid} reads them. The oldest are left out if there is no room. */
export function paidText(
  name: keyof typeof PAID,
  { id, seal }: LedgerOwner,
  paid: PaidCompanies,
  nowMs: number,
  { mostCompanies = Infinity }: LedgerStore,
): string {
  const days = [...paid.toDays(nowMs, Math.min(PAID[name].most, mostCompanies))];
  return JSON.stringify([id, days, seal(PAID[name].section, days)]);
}

/**
 * Writes counters without approved credits, which the document must not decide.
 * @param signature by which the account recognizes its companies in doubt
 */
function spentText(accountId: string, counters: SpendCounters, signature: unknown): string {
  const { day, formulas, formulasAgreed, reservations, doubts } = counters;
  return JSON.stringify([
    accountId,
    { day, formulas, formulasAgreed, reservations: reservationsToStore(reservations), doubts },
    signature,
  ]);
}

/**
 * Removes the companies in doubt, which take room, from a text of {@link writeCounters}. They count again when they
 * are asked for.
 */
export function withoutDoubts(text: string): string {
  const [id, counters] = readList(text);
  return JSON.stringify([id, { ...readObject(counters), doubts: '' }, '']);
}

/** The counters of one store, unless another store knows that more was spent on that day. */
function atLeast(counters: SpendCounters, other: SpendCounters): SpendCounters {
  const known = totalOf(other);
  if (other.day !== counters.day || known <= totalOf(counters)) return counters;
  return { ...counters, formulas: known, formulasAgreed: other.formulasAgreed };
}

function totalOf({ formulas, reservations }: SpendCounters): number {
  return formulas + sumOf(reservations.map(({ credits }) => credits));
}

function readSpent(text: string, accountId: string): { readonly counters: SpendCounters; readonly signature: unknown } {
  const [id, counters, signature = ''] = readList(text);
  return id === accountId || id === UNNAMED_ACCOUNT
    ? { counters: readCounters(counters), signature }
    : { counters: readCounters(undefined), signature: '' };
}

function readList(text: string): readonly unknown[] {
  return readArray(parseJson(text)) ?? [];
}
