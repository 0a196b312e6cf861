import { parseJson, readArray, readObject } from '../client/json';
import { isLimited, type Ledger } from './ledger';
import { isSealed, UNNAMED_ACCOUNT, type LedgerOwner } from './ledger-owner';
import type { LedgerStore } from './ledger-store';
import { firstDoubts, PaidCompanies, readPaidDays } from './paid-companies';
import { holdsToStore, readCounters, sumOf, today, type SpendCounters } from './spend-counters';
import { DEFAULT_POLICY, readPolicy, stricterPolicy, type SpendPolicy } from './spend-policy';

/** What a signature of each text covers, and the companies that it has room for: 170 KB and 24 KB, with some to spare. */
const PAID = {
  TRACE_PAID: { part: 'paid', most: 27_000 },
  TRACE_GUEST: { part: 'guest', most: 3_800 },
} as const;

/**
 * What is known of one account; nothing for another account or a damaged text, so that prices are too high. A company
 * counts as free only if the account itself wrote it, and the file's policy only where it allows less than the owner:
 * otherwise anyone who may edit the file could raise its owner's limit.
 *
 * @param nowMs since 1970
 * @returns counters of the present day in credits, and the companies that were paid for by day
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
 * What the document allows. Anyone who may edit it can change that.
 *
 * @param payerId whose credits formulas spend; absent: the policy only has to lower another one
 * @returns no more than the default where someone else chose more before a formula had said who pays
 */
export function readFilePolicy(store: LedgerStore, payerId?: string): SpendPolicy {
  const stored = parseJson(store.read('TRACE_POLICY'));
  const policy = readPolicy(stored);
  const by = readObject(stored)?.['by'];
  const isTheirs = payerId === undefined || by === undefined || by === payerId;
  return isTheirs ? policy : stricterPolicy(policy, DEFAULT_POLICY);
}

/** As {@link readFilePolicy} reads it. @param by the account of who chose it, `''`: none; absent: formulas have said who pays */
export function filePolicyText(policy: SpendPolicy, by?: string): string {
  return JSON.stringify({ ...policy, by });
}

/** The counters alone, and first: they are short, and a limit depends on them. @returns whether all was written */
export function writeLedger(store: LedgerStore, owner: LedgerOwner, ledger: Ledger, nowMs: number): boolean {
  if (!writeCounters(store, owner, ledger)) return false;
  return store.write({ TRACE_PAID: paidText('TRACE_PAID', owner, ledger.paid, nowMs, store) });
}

/** Under a limit, they are written for certain. */
export function writeCounters(store: LedgerStore, owner: LedgerOwner, ledger: Ledger): boolean {
  const { day } = ledger.counters;
  // The others count again when they are asked for again.
  const doubts = firstDoubts(ledger.counters.doubts, store.mostCompanies ?? Infinity);
  const text = spentText(
    owner.id,
    { ...ledger.counters, doubts },
    doubts === '' ? '' : owner.seal('doubts', [day, doubts]),
  );
  return isLimited(ledger) ? store.writeForCertain('TRACE_SPENT', text) : store.write({ TRACE_SPENT: text });
}

/** The account of the document's formulas, which only they write; `null` until one has spent something. */
export function readPayerId(store: LedgerStore): string | null {
  return readAccountId(store, 'TRACE_SPENT');
}

/** The account that a text is of; `null`: there is none. */
export function readAccountId(store: LedgerStore, name: 'TRACE_SPENT' | 'TRACE_PAID'): string | null {
  const [id] = readList(store.read(name));
  return typeof id === 'string' ? id : null;
}

/** The companies that the account itself noted as paid for. */
export function readPaid(store: LedgerStore, name: keyof typeof PAID, owner: LedgerOwner): PaidCompanies {
  const [id, days, signature] = readList(store.read(name));
  const isOwn = id === owner.id && isSealed(signature, PAID[name].part, days, owner.seal);
  return new PaidCompanies(readPaidDays(isOwn ? days : undefined));
}

/** As {@link readPaid} reads it. The oldest companies are left out where there is no room for them. */
export function paidText(
  name: keyof typeof PAID,
  { id, seal }: LedgerOwner,
  paid: PaidCompanies,
  nowMs: number,
  { mostCompanies = Infinity }: LedgerStore,
): string {
  const days = [...paid.toDays(nowMs, Math.min(PAID[name].most, mostCompanies))];
  return JSON.stringify([id, days, seal(PAID[name].part, days)]);
}

/**
 * Without what a person approved, which is not the document's to say.
 * @param signature by which the account recognizes its companies in doubt
 */
function spentText(accountId: string, counters: SpendCounters, signature: unknown): string {
  const { day, formulas, formulasAgreed, holds, doubts } = counters;
  return JSON.stringify([accountId, { day, formulas, formulasAgreed, holds: holdsToStore(holds), doubts }, signature]);
}

/** A text of {@link writeCounters} without the companies in doubt, which take room: they count again when they are asked for. */
export function withoutDoubts(text: string): string {
  const [id, counters] = readList(text);
  return JSON.stringify([id, { ...readObject(counters), doubts: '' }, '']);
}

/** The counters of one store unless another one knows that more was spent on that day. */
function atLeast(counters: SpendCounters, other: SpendCounters): SpendCounters {
  const known = totalOf(other);
  if (other.day !== counters.day || known <= totalOf(counters)) return counters;
  return { ...counters, formulas: known, formulasAgreed: other.formulasAgreed };
}

function totalOf({ formulas, holds }: SpendCounters): number {
  return formulas + sumOf(holds.map(({ credits }) => credits));
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
