import type { LookupKind, LookupOutcome } from '../records/outcome';
import { DAY_MS, FREE_FOR_MS } from '../days';
import { codeOf } from '../digest';
import { CHARGE_OF_COMPANY, chargedCompanies, inDoubtOf } from './charges';

/** What an enrichment has spent, and what it may have been charged besides; in credits. */
export interface Spent {
  /** For answers that arrived. */
  readonly settled: number;
  /** For lookups without an answer, lost or still in flight: the most that each may cost, by {@link lookupName}. */
  readonly doubtful: ReadonlyMap<string, number>;
  /** When the first of those was sent (milliseconds since 1970); `null` if there are none, or the time is unknown. */
  readonly sinceMs: number | null;
}

const NOTHING_SPENT: Spent = { settled: 0, doubtful: new Map(), sinceMs: null };

/**
 * Repeating a lookup within 30 days is not charged twice (https://docs.tracedata.ai/credits/). One day less, because
 * clocks differ and an answer may take time.
 */
const CHARGED_ONCE_MS = FREE_FOR_MS - DAY_MS;

/** A short name for a lookup. */
export function lookupName(kind: LookupKind, identifier: string): string {
  return kind.charAt(0) + codeOf(identifier);
}

interface Reserved {
  /** For a request that was sent before and got no answer. */
  readonly lost: number;
  /** For a request that is about to be sent or in flight. */
  readonly underWay: number;
}

const NOTHING_RESERVED: Reserved = { lost: 0, underWay: 0 };
const mostOf = ({ lost, underWay }: Reserved): number => Math.max(lost, underWay);

/**
 * What an enrichment may spend and has spent, in credits. A reservation counts as spent until the answer is read, or
 * a refusal says that it was not charged. If the answer is lost, the reservation stays, and the lookup can be
 * repeated at no cost.
 */
export class RunBudget {
  private settled: number;
  private readonly reserved = new Map<string, Reserved>();
  private sumReserved = 0;
  private sinceMs: number | null;
  /** What the stored spending is certain to contain about the lookups in flight. */
  private noted: ReadonlyMap<string, number> = new Map();
  private lastNote: Spent | null = null;

  /** @param limit for everything, including earlier spending */
  constructor(
    private limit: number,
    { settled, doubtful, sinceMs }: Spent = NOTHING_SPENT,
  ) {
    this.settled = settled;
    for (const [name, lost] of doubtful) this.put(name, { lost, underWay: 0 });
    this.sinceMs = sinceMs;
  }

  get used(): number {
    return this.settled + this.sumReserved;
  }

  /** The part of {@link used} that may not have been charged at all. */
  get unsure(): number {
    return this.sumReserved;
  }

  /** What was charged, or may have been: {@link used} without reservations for requests in flight. */
  get charged(): number {
    let lost = 0;
    for (const reserved of this.reserved.values()) lost += reserved.lost;
    return this.settled + lost;
  }

  get left(): number {
    return Math.max(0, this.limit - this.used);
  }

  get spent(): Spent {
    const doubtful = new Map([...this.reserved].map(([name, reserved]) => [name, mostOf(reserved)]));
    return { settled: this.settled, doubtful, sinceMs: doubtful.size === 0 ? null : this.sinceMs };
  }

  /** Lowers the limit to `credits` beyond what is used. */
  lowerTo(credits: number): void {
    this.limit = Math.min(this.limit, this.used + credits);
  }

  /** The most that an earlier attempt at a lookup may have cost. */
  lostFor(name: string): number {
    return this.reserved.get(name)?.lost ?? 0;
  }

  /** Whether {@link reserveCompanies} fits as a whole. */
  fitsCompanies(names: readonly string[]): boolean {
    return names.filter((name) => this.lostFor(name) === 0).length * CHARGE_OF_COMPANY <= this.left;
  }

  /**
   * Reserves the cost of each of these company lookups. Earlier attempts without an answer have it reserved already.
   */
  reserveCompanies(names: readonly string[], nowMs: number): void {
    for (const name of names) this.reserve(name, CHARGE_OF_COMPANY, nowMs);
  }

  /**
   * Reserves the most that a lookup costs, if it fits.
   * @returns whether it fits
   */
  reserve(name: string, credits: number, nowMs: number): boolean {
    const reserved = this.reserved.get(name) ?? NOTHING_RESERVED;
    if (credits - mostOf(reserved) > this.left) return false;
    if (credits === 0) return true;
    if (this.reserved.size === 0) this.sinceMs = nowMs;
    this.put(name, { ...reserved, underWay: Math.max(reserved.underWay, credits) });
    return true;
  }

  /**
   * Releases the reservation of a lookup that was not sent or was refused. A reservation from an earlier attempt
   * stays.
   */
  release(name: string): void {
    this.put(name, { lost: this.lostFor(name), underWay: 0 });
  }

  /**
   * Notes that a lookup was sent and may have been charged. @param credits the most it cost; by default its
   * reservation
   */
  lose(name: string, credits = Infinity): void {
    const { lost, underWay } = this.reserved.get(name) ?? NOTHING_RESERVED;
    this.put(name, { lost: Math.max(lost, Math.min(underWay, credits)), underWay: 0 });
  }

  /** Notes that these lookups were answered, at this total cost. */
  settle(names: Iterable<string>, credits: number): void {
    for (const name of names) this.put(name, NOTHING_RESERVED);
    this.settled += credits;
  }

  /** Counts lost lookups for good, once so much time has passed that repeating them would be charged. */
  expire(nowMs: number): void {
    if (this.sinceMs !== null && Math.abs(nowMs - this.sinceMs) < CHARGED_ONCE_MS) return;
    const expired = new Set<string>();
    for (const [name, { lost, underWay }] of this.reserved) {
      // Lookups in flight were sent in time.
      if (underWay > 0) continue;
      this.settled += lost;
      this.put(name, NOTHING_RESERVED);
      expired.add(name);
    }
    // Repeating it is charged in addition to what the stored spending contains.
    this.noted = new Map([...this.noted].filter(([name]) => !expired.has(name)));
    this.sinceMs = nowMs;
  }

  /** Whether the stored spending covers everything that is in flight. */
  get isNoted(): boolean {
    for (const [name, reserved] of this.reserved) if ((this.noted.get(name) ?? 0) < reserved.underWay) return false;
    return true;
  }

  /**
   * What to save; call {@link keptNote} afterwards. Until then only what both the old and the new note contain is
   * certain.
   */
  toNote(): Spent {
    const note = this.spent;
    const least = ([name, credits]: readonly [string, number]): readonly [string, number] => [
      name,
      Math.min(credits, note.doubtful.get(name) ?? 0),
    ];
    this.noted = new Map([...this.noted].map(least));
    this.lastNote = note;
    return note;
  }

  keptNote(note: Spent): void {
    if (note === this.lastNote) this.noted = note.doubtful;
  }

  private put(name: string, reserved: Reserved): void {
    this.sumReserved += mostOf(reserved) - mostOf(this.reserved.get(name) ?? NOTHING_RESERVED);
    if (mostOf(reserved) === 0) this.reserved.delete(name);
    else this.reserved.set(name, reserved);
  }
}

/**
 * Settles lookups that were sent. An answer costs what the account's ledger counts as new. If an earlier attempt was
 * lost, it costs what was reserved, since the ledger may already include it. A failure says whether it may have been
 * charged: if so, the reservation stays.
 *
 * @param booked the credits that the ledger counts for all of these together; `null`: unknown
 */
export function bookAnswers(
  budget: RunBudget,
  kind: LookupKind,
  outcomes: ReadonlyMap<string, LookupOutcome>,
  booked: number | null,
): void {
  const answered: string[] = [];
  let [lost, most] = [0, 0];
  for (const [identifier, outcome] of outcomes) {
    const name = lookupName(kind, identifier);
    const inDoubt = inDoubtOf(outcome);
    if (outcome.is === 'failed' && inDoubt > 0) budget.lose(name);
    else if (outcome.is === 'failed' || outcome.is === 'noRoute') budget.release(name);
    else {
      most += chargedCompanies(kind, identifier, outcome).length;
      // Part of a list arrived; its next page was lost.
      if (inDoubt > 0) budget.lose(name, inDoubt);
      else {
        if (outcome.is === 'found') lost += budget.lostFor(name);
        answered.push(name);
      }
    }
  }
  budget.settle(answered, Math.max(lost, booked ?? most));
}

/**
 * Settles a lost lookup whose answer turns out to have arrived before the enrichment was interrupted: it cost its
 * reservation.
 */
export function bookEarlierAnswer(budget: RunBudget, name: string, { is }: LookupOutcome): void {
  budget.settle([name], is === 'notTracked' ? 0 : budget.lostFor(name));
}
