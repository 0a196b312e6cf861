import { parseJson, readArray, readObject } from '../client/json';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import {
  DEFAULT_POLICY,
  lapse,
  readCounters,
  readPolicy,
  reservationsToStore,
  stricterPolicy,
  sumOf,
  today,
  type SpendCounters,
  type SpendPolicy,
} from './daily-spending';
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
import {
  UNNAMED_ACCOUNT,
  type LedgerOwner,
  type LedgerRun,
  type LedgerSection,
  type LedgerStore,
} from './ledger-store';
import { firstDoubts, PaidCompanies, readPaidDays } from './paid-companies';

/** Google ends a formula after 30 s. What it had reserved and not settled counts as spent after that. */
const UNDER_WAY_MS = 30_000;

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
  const areOwn = counters.doubts === '' || isSealed(signature, 'doubts', [counters.day, counters.doubts], owner);
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
 * @internal tests write ledgers
 */
export function writeLedger(store: LedgerStore, owner: LedgerOwner, ledger: Ledger, nowMs: number): boolean {
  if (!writeCounters(store, owner, ledger)) return false;
  return store.write({ TRACE_PAID: paidText('TRACE_PAID', owner, ledger.paid, nowMs, store) });
}

/**
 * Writes the counters, without approved credits, which the document must not decide. Under a limit, they are read back.
 * @internal tests write them alone
 */
export function writeCounters(store: LedgerStore, owner: LedgerOwner, ledger: Ledger): boolean {
  const { day, formulas, formulasAgreed, reservations } = ledger.counters;
  // Doubts that do not fit count again when their company is asked for again.
  const doubts = firstDoubts(ledger.counters.doubts, store.mostCompanies ?? Infinity);
  const counters = { day, formulas, formulasAgreed, reservations: reservationsToStore(reservations), doubts };
  const text = JSON.stringify([owner.id, counters, doubts === '' ? '' : owner.seal('doubts', [day, doubts])]);
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
  const isOwn = id === owner.id && isSealed(signature, PAID[name].section, days, owner);
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

/** Whether a signature belongs to a value. */
function isSealed(signature: unknown, section: LedgerSection, value: unknown, { seal }: LedgerOwner): boolean {
  return typeof signature === 'string' && signature !== '' && signature === seal(section, value);
}
