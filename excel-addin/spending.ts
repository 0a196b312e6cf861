import { createStore, get, update, type UseStore } from 'idb-keyval';
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
import type { WaitingStatus } from '../shared/sidebar/protocol';
import { readSpendPolicy } from './document-settings';

/** Missing where there is no browser. */
declare const indexedDB: object | undefined;

export const BOOKS_DATABASE = 'trace-spending';
export const BOOKS_STORE = 'books';

/** What the browser keeps of one account. */
interface Stored {
  readonly counters: SpendCounters;
  readonly days: readonly (readonly [day: number, codes: string])[];
  /** Another one with each writing, so that pages see what the others have written. */
  readonly revision: string;
}

/** What a page knows of one account. */
interface Books {
  counters: SpendCounters;
  readonly paid: PaidCompanies;
  /** The writing that is in it; `''`: none yet. */
  revision: string;
}

/** Of one account: enough for all that 30 days bring, and a megabyte. */
const MOST_COMPANIES = 200_000;

/**
 * The books of one page. The functions keep them, and the pane reads and changes them: two scripts of one page. Pages of
 * other files keep the same books, so each change is made to what is stored, in one transaction.
 */
export class Spending {
  readonly books = new Map<string, Books>();
  /** What was refused and waits for a person's word, of each account: credits of each look-up, by kind and identifier. */
  private readonly waiting = new Map<string, Map<string, number>>();
  /** `null` where the browser refuses it: the books then last as long as the page. */
  private database: UseStore | null = openDatabase();
  private readonly listeners = new Set<() => void>();

  async reserve(accountId: string, { request }: EffectOf<'reserve'>, nowMs: number): Promise<Grant> {
    const books = await this.refresh(accountId);
    const grant = decideGrant(toBook(books), request, nowMs);
    books.counters = reserve(books.counters, grant, nowMs);
    // What a run's own limit refuses does not wait for anybody.
    if (!grant.isRun) this.noteWaiting(accountId, request.kind, grant);
    this.tell();
    return grant;
  }

  /** @returns what it cost, in credits: of this one alone, however many are settled at once */
  async settle(accountId: string, { grant, kind, outcomes }: EffectOf<'settle'>, nowMs: number): Promise<number> {
    let spent = 0;
    await this.change(accountId, nowMs, (books) => {
      const before = today(books.counters, nowMs);
      const after = settle(toBook(books), grant, kind, outcomes, nowMs);
      spent = after.formulas + after.runs - before.formulas - before.runs;
      return after;
    });
    this.tell();
    return spent;
  }

  async countersOf(accountId: string, nowMs: number): Promise<SpendCounters> {
    return today((await this.refresh(accountId)).counters, nowMs);
  }

  /** Of these, the ones that were paid for. */
  async paidOf(accountId: string, identifiers: readonly string[], nowMs: number): Promise<ReadonlySet<string>> {
    const { paid } = await this.refresh(accountId);
    return new Set(identifiers.filter((identifier) => paid.isPaid(identifier, nowMs)));
  }

  /** What is waiting for leave to be fetched. */
  waitingOf(accountId: string): WaitingStatus {
    const waiting = [...(this.waiting.get(accountId) ?? [])];
    return {
      cells: waiting.length,
      credits: waiting.reduce((sum, [, credits]) => sum + credits, 0),
      isLeast: waiting.some(([lookup]) => lookup.startsWith('partners|')),
    };
  }

  /** A person agrees to spend so many credits, whatever the policy. */
  async agree(accountId: string, credits: number, nowMs: number): Promise<void> {
    this.waiting.delete(accountId);
    await this.change(accountId, nowMs, ({ counters }) => agree(today(counters, nowMs), credits));
  }

  /** Calls back when something was spent, or waits. Returns how to stop. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private booksOf(accountId: string): Books {
    const known = this.books.get(accountId);
    if (known !== undefined) return known;
    const books = { counters: NO_SPENDING, paid: new PaidCompanies(), revision: '' };
    this.books.set(accountId, books);
    return books;
  }

  /** What is stored now. */
  private async refresh(accountId: string): Promise<Books> {
    const books = this.booksOf(accountId);
    try {
      if (this.database !== null) take(books, await get<Partial<Stored>>(accountId, this.database));
    } catch {
      this.database = null;
    }
    return books;
  }

  private async change(accountId: string, nowMs: number, act: (books: Books) => SpendCounters): Promise<void> {
    const books = this.booksOf(accountId);
    let isDone = false;
    const changed = (stored: Partial<Stored> | undefined): Stored => {
      take(books, stored);
      books.counters = act(books);
      isDone = true;
      return toStored(books, nowMs);
    };
    try {
      if (this.database !== null) await update<Partial<Stored>>(accountId, changed, this.database);
    } catch {
      this.database = null;
    }
    if (!isDone) books.counters = act(books);
  }

  private noteWaiting(accountId: string, kind: string, { granted, refused }: Grant): void {
    const waiting = this.waiting.get(accountId) ?? new Map<string, number>();
    for (const identifier of granted) waiting.delete(`${kind}|${identifier}`);
    for (const [identifier, error] of refused) {
      const { credits } = error.facts as { readonly credits?: number };
      waiting.set(`${kind}|${identifier}`, credits ?? 1);
    }
    this.waiting.set(accountId, waiting);
  }
}

function toBook({ counters, paid }: Books): SpendBook {
  return { policy: readSpendPolicy(), ownerLimit: null, counters, paid };
}

/** Adds what another page has written. What is under way is each page's own: a closed page has no one to settle it. */
function take(books: Books, stored: Partial<Stored> | undefined): void {
  if (stored === undefined || stored.revision === books.revision) return;
  books.counters = { ...readCounters(stored.counters), reserved: books.counters.reserved };
  books.paid.add(readPaidDays(stored.days));
  books.revision = String(stored.revision);
}

function toStored(books: Books, nowMs: number): Stored {
  books.revision = `${nowMs}.${Math.random()}`;
  const { counters, paid, revision } = books;
  return { counters, days: [...paid.toDays(nowMs, MOST_COMPANIES)], revision };
}

const SPENDING = Symbol.for('trace.spending');
const page = globalThis as { [SPENDING]?: Spending };

/** The one of this page. */
export function pageSpending(): Spending {
  return (page[SPENDING] ??= new Spending());
}

function openDatabase(): UseStore | null {
  try {
    return typeof indexedDB === 'undefined' ? null : createStore(BOOKS_DATABASE, BOOKS_STORE);
  } catch {
    return null;
  }
}
