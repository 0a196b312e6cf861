import {
  decideGrant,
  PaidCompanies,
  readCounters,
  readPaidDays,
  readPolicy,
  reserve,
  settle,
  type EffectOf,
  type Grant,
  type SpendBook,
} from '../shared/index';
import type { StoredAccount } from './account';
import { readDocument, readText, writeTexts, type DocumentProperties } from './document-store';

/** As many as 170 KB hold with something to spare. */
const MOST_COMPANIES = 27_000;

/** The books of one account in one spreadsheet, for one run. Whoever changes them holds the document's lock. */
export class Spending {
  private book: SpendBook | null = null;

  constructor(private readonly payer: StoredAccount) {}

  reserve({ request }: EffectOf<'reserve'>, nowMs: number): Grant {
    const book = this.read();
    const grant = decideGrant(book, request, nowMs);
    // A run that Google stops in the middle settles nothing; so what is under way is not written down.
    this.book = { ...book, counters: reserve(book.counters, grant, nowMs) };
    return grant;
  }

  settle({ grant, kind, outcomes }: EffectOf<'settle'>, nowMs: number): void {
    const book = this.read();
    this.book = { ...book, counters: settle(book, grant, kind, outcomes, nowMs) };
    if (outcomes.size > 0) this.write(nowMs);
  }

  private read(): SpendBook {
    return (this.book ??= readBook(readDocument(), this.payer));
  }

  private write(nowMs: number): void {
    const { counters, paid } = this.read();
    const days = [...paid.toDays(nowMs, MOST_COMPANIES)];
    writeTexts(
      {
        TRACE_PAID: JSON.stringify([this.payer.id, days]),
        TRACE_SPENT: JSON.stringify([this.payer.id, { ...counters, reserved: 0 }]),
      },
      readDocument(),
    );
  }
}

/** What is known of one account; of another, or damaged, it is nothing, and prices then err upwards. */
export function readBook(properties: DocumentProperties, payer: Pick<StoredAccount, 'id' | 'dailyLimit'>): SpendBook {
  const ownPart = (name: 'TRACE_PAID' | 'TRACE_SPENT'): unknown => {
    const [id, part] = parseList(readText(properties, name));
    return id === payer.id ? part : undefined;
  };
  return {
    policy: readPolicy(parse(readText(properties, 'TRACE_POLICY'))),
    ownerLimit: payer.dailyLimit,
    counters: readCounters(ownPart('TRACE_SPENT')),
    paid: new PaidCompanies(readPaidDays(ownPart('TRACE_PAID'))),
  };
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
