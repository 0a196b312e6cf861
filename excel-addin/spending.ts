import { createStore, get, set, type UseStore } from 'idb-keyval';
import {
  agree,
  decideGrant,
  NO_SPENDING,
  PaidCompanies,
  readCounters,
  readPaidDays,
  reserve,
  settle,
  today,
  type EffectOf,
  type Grant,
  type SpendBook,
  type SpendCounters,
} from '../shared/index';
import { readSpendPolicy } from './document-settings';

/** What the browser keeps of one account. */
interface Stored {
  readonly counters: SpendCounters;
  readonly days: readonly (readonly [day: number, codes: string])[];
}

/** What was refused and waits for a person's word. */
interface Waiting {
  /** Credits of each look-up, by kind and identifier. */
  readonly credits: Map<string, number>;
}

/** Of one account: enough for all that 30 days bring, and a megabyte. */
const MOST_COMPANIES = 200_000;

/** The books of one page. The functions keep them, and the pane reads and changes them: two scripts of one page. */
export class Spending {
  private readonly books = new Map<string, Promise<SpendBook>>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly database: UseStore | null = openDatabase();

  async reserve(accountId: string, { request }: EffectOf<'reserve'>, nowMs: number): Promise<Grant> {
    const book = await this.bookOf(accountId);
    const grant = decideGrant({ ...book, policy: readSpendPolicy() }, request, nowMs);
    this.write(accountId, { ...book, counters: reserve(book.counters, grant, nowMs) });
    this.noteWaiting(accountId, request.kind, grant);
    return grant;
  }

  async settle(accountId: string, { grant, kind, outcomes }: EffectOf<'settle'>, nowMs: number): Promise<void> {
    const book = await this.bookOf(accountId);
    this.write(accountId, { ...book, counters: settle(book, grant, kind, outcomes, nowMs) });
    await this.save(accountId, nowMs);
  }

  async countersOf(accountId: string, nowMs: number): Promise<SpendCounters> {
    return today((await this.bookOf(accountId)).counters, nowMs);
  }

  /** Of these, the ones that were paid for. */
  async paidOf(accountId: string, identifiers: readonly string[], nowMs: number): Promise<ReadonlySet<string>> {
    const { paid } = await this.bookOf(accountId);
    return new Set(identifiers.filter((identifier) => paid.isPaid(identifier, nowMs)));
  }

  /** What is waiting for leave to be fetched. */
  waitingOf(accountId: string): { readonly lookups: number; readonly credits: number } {
    const credits = [...(this.waiting.get(accountId)?.credits.values() ?? [])];
    return { lookups: credits.length, credits: credits.reduce((sum, each) => sum + each, 0) };
  }

  /** A person agrees to spend so many credits, whatever the policy. */
  async agree(accountId: string, credits: number, nowMs: number): Promise<void> {
    const book = await this.bookOf(accountId);
    this.waiting.delete(accountId);
    this.write(accountId, { ...book, counters: agree(today(book.counters, nowMs), credits) });
  }

  private bookOf(accountId: string): Promise<SpendBook> {
    const known = this.books.get(accountId);
    if (known !== undefined) return known;
    const book = this.load(accountId);
    this.books.set(accountId, book);
    return book;
  }

  private write(accountId: string, book: SpendBook): void {
    this.books.set(accountId, Promise.resolve(book));
  }

  private async load(accountId: string): Promise<SpendBook> {
    const stored = await this.read(accountId);
    // What was under way when the page was closed has no one left to settle it.
    const counters = { ...readCounters(stored?.counters), reserved: NO_SPENDING.reserved };
    return {
      policy: readSpendPolicy(),
      ownerLimit: null,
      counters,
      paid: new PaidCompanies(readPaidDays(stored?.days)),
    };
  }

  private async read(accountId: string): Promise<Partial<Stored> | undefined> {
    try {
      return this.database === null ? undefined : await get<Partial<Stored>>(accountId, this.database);
    } catch {
      return undefined;
    }
  }

  /** Where the browser refuses it, the books last as long as the page. */
  private async save(accountId: string, nowMs: number): Promise<void> {
    const { counters, paid } = await this.bookOf(accountId);
    try {
      if (this.database === null) return;
      await set(accountId, { counters, days: [...paid.toDays(nowMs, MOST_COMPANIES)] }, this.database);
    } catch {
      // Private windows refuse it.
    }
  }

  private noteWaiting(accountId: string, kind: string, { granted, refused }: Grant): void {
    const waiting = this.waiting.get(accountId) ?? { credits: new Map<string, number>() };
    for (const identifier of granted) waiting.credits.delete(`${kind}|${identifier}`);
    for (const [identifier, error] of refused) {
      const { credits } = error.facts as { readonly credits?: number };
      waiting.credits.set(`${kind}|${identifier}`, credits ?? 1);
    }
    this.waiting.set(accountId, waiting);
  }
}

const SPENDING = Symbol.for('trace.spending');
const page = globalThis as { [SPENDING]?: Spending };

/** The one of this page. */
export function pageSpending(): Spending {
  return (page[SPENDING] ??= new Spending());
}

function openDatabase(): UseStore | null {
  try {
    return typeof indexedDB === 'undefined' ? null : createStore('trace-spending', 'books');
  } catch {
    return null;
  }
}
