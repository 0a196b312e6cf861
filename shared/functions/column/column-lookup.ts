import type { Table } from '../../cells/values';
import { now, random, sleep } from '../../client/ports';
import { TraceError } from '../../errors/trace-error';
import { recallFrom } from '../../lookup/cache';
import {
  withFetched,
  isComplete,
  isKnown,
  keysOf,
  knownOf,
  pauseOf,
  readCache,
  type ColumnKnown,
  type Outcomes,
} from './column-known';
import type { Alongside, FetchPorts, Lookup, LookupPorts, Peek, ShownAnswer } from '../../lookup/ports';
import { cacheShown, readShown } from '../../lookup/shown-answers';
import { everyOne } from '../../records/outcome';
import { NO_ACCOUNT, type Account } from '../../records/account';
import { answering, ask, type Task } from '../../task';
import { callFunction } from '../call';
import { ColumnFetch, type ColumnLimits } from './column-fetch';
import { FormulaCache } from './formula-cache';
import type { ColumnPorts, KnownFormula } from '../ports';

/**
 * Answers formulas in a host that calculates each one on its own, as Google Sheets does. Saved answers cost one cache
 * call. For everything else one formula at a time has the turn to fetch, and the others find its answers in the cache.
 *
 * | What is known                   | This formula has the turn        | Another one has it, or none can        |
 * | ------------------------------- | -------------------------------- | -------------------------------------- |
 * | everything                      | shows it                         | shows it                               |
 * | no key is set                   | shows practice data, or says so  | shows practice data, or says so        |
 * | everything, but older, or not   | fetches what is free, and keeps  | shows it                               |
 * | kept by the document            | what it shows                    |                                        |
 * | less, and this formula asked    | shows what arrived               | shows what arrived                     |
 * | less, and all requests pause    | says why, after checking what the document keeps                          |
 * | less                            | fetches for the whole column     | leaves its call, checks the cache, and |
 * |                                 |                                  | finally what the document keeps        |
 */

type ColumnTask<T> = Task<T, FetchPorts & ColumnPorts>;

/** Another formula may keep the turn until this long before this formula's last request. */
const LEFT_FOR_READING_MS = 3_000;
/** A wait is up to twice as long, so that waiting formulas do not all check at once. */
const CHECKS_EVERY_MS = 350;
/** Trying for the turn is more expensive than checking the cache. */
const CHECKS_BETWEEN_TURNS = 2;
/** A run that the host ended keeps the turn until shortly before the last moment to fetch: each check tries for it. */
const LAST_TRIES_MS = 2_000;
/** How long to keep checking after the last moment to fetch: another formula may be about to save the answer. */
const CHECKS_ON_MS = 6_000;

/** Answers one formula, together with the lookups of its column. @param lookups those of this formula */
export function* answerInColumn(own: KnownFormula, lookups: ColumnLookup): ColumnTask<Table> {
  const table = yield* answering<Table, LookupPorts, FetchPorts & ColumnPorts>(callFunction(own.id, own.args), {
    lookup: (asked) => lookups.answer(asked),
    peek: (asked) => lookups.peek(asked),
    payer: ({ alongside }) => lookups.payer(alongside),
    keepShown: ({ answers }) => lookups.keep(answers()),
  });
  yield* lookups.end();
  return table;
}

/** The lookups of one formula. */
export class ColumnLookup {
  /** Whether this formula's call is left for others to fetch, and has no answer. */
  isDeposited = false;
  private readonly cache = new FormulaCache();
  private readonly column: ColumnFetch;

  /** @param own the formula itself, if it is known */
  constructor(
    private readonly limits: ColumnLimits,
    own: KnownFormula | null = null,
  ) {
    this.column = new ColumnFetch(limits, own);
  }

  /** Returns one outcome for each identifier. */
  *answer(asked: Lookup): ColumnTask<Outcomes> {
    const { isDeposited } = this;
    const outcomes = yield* this.find(asked);
    // Answers are saved, so a call for them costs nothing.
    if ([...outcomes.values()].every(isKnown)) this.isDeposited = isDeposited;
    return outcomes;
  }

  private *find(asked: Lookup): ColumnTask<Outcomes> {
    const { payer, known: first } = yield* this.readCached(asked);
    if (isComplete(first)) return first.outcomes;
    if (payer === null) return fail(first, new TraceError('noKey', {}));
    const earlier = this.column.earlier(asked, first.needed);
    if (earlier !== null) return withFetched(first.outcomes, earlier);
    const { known, hasTurn } = yield* this.awaitTurn(payer, asked, first);
    if (isComplete(known) || (!hasTurn && known.needed.length === 0)) return known.outcomes;
    // Read this late because Google counts reads of properties, and the cache holds what the formula with the turn
    // found there.
    const remembered = readShown(yield* ask<ColumnPorts, 'readShown'>({ ask: 'readShown' }), payer.id);
    const all = knownOf(payer, asked, known.cached, yield* now(), remembered);
    if (isComplete(all)) {
      yield* cacheShown(payer.id, remembered.values(), []);
      return all.outcomes;
    }
    if (hasTurn) return yield* this.column.fetch(payer, asked, remembered);
    return fail(all, (yield* pauseOf(payer, asked, all)) ?? new TraceError('notFetchedYet', {}));
  }

  /**
   * The account in the cache is enough to show an answer. Anything else needs the account from the host's own store.
   */
  private *readCached(asked: Lookup): ColumnTask<{ readonly payer: Account | null; readonly known: ColumnKnown }> {
    const said = yield* this.cache.payerFor(asked, asked.alongside);
    const known = knownOf(said, asked, this.cache.cached(said, asked), yield* now());
    if (isComplete(known)) return { payer: said, known };
    const payer = yield* this.cache.certainPayer();
    if (payer?.id === said.id && payer.keyId === said.keyId) return { payer, known };
    const certain = payer ?? NO_ACCOUNT;
    return { payer, known: knownOf(certain, asked, this.cache.cached(certain, asked), yield* now()) };
  }

  /**
   * Waits until this formula has the turn, everything is known, or it is too late to fetch. If everything is known
   * already, it takes the turn only if it is free, without waiting.
   */
  private *awaitTurn(
    payer: Account,
    asked: Lookup,
    first: ColumnKnown,
  ): ColumnTask<{ readonly known: ColumnKnown; readonly hasTurn: boolean }> {
    if (first.needed.length === 0) return { known: first, hasTurn: yield* takeTurn() };
    if ((yield* pauseOf(payer, asked, first)) !== null) return { known: first, hasTurn: false };
    this.isDeposited = true;
    yield* depositRequest();
    const untilMs = this.limits.toLimits(yield* now()).deadlineMs - LEFT_FOR_READING_MS;
    let known = first;
    for (let check = 0; ; check += 1) {
      const leftMs = untilMs - (yield* now());
      const asksTurn = leftMs >= 0 && (check % CHECKS_BETWEEN_TURNS === 0 || leftMs < LAST_TRIES_MS);
      if (asksTurn && (yield* takeTurn())) return { known: yield* this.reread(payer, asked), hasTurn: true };
      const waitMs = Math.round(CHECKS_EVERY_MS * (1 + (yield* random())));
      if ((yield* now()) + waitMs > untilMs + CHECKS_ON_MS) return { known, hasTurn: false };
      yield* sleep(waitMs);
      known = yield* this.reread(payer, asked);
      if (known.needed.length === 0 || (yield* pauseOf(payer, asked, known)) !== null) return { known, hasTurn: false };
      // Another formula may have overwritten the call that was left.
      if (check % CHECKS_BETWEEN_TURNS === 0) yield* depositRequest();
    }
  }

  private *reread(payer: Account, asked: Lookup): ColumnTask<ColumnKnown> {
    const cached = yield* readCache(keysOf(payer, [asked]));
    return knownOf(payer, asked, cached, yield* now());
  }

  /** The saved answers, without a request. */
  *peek({ kind, identifiers, alongside }: Peek): ColumnTask<Outcomes> {
    const asked = { kind, identifiers, shownAs: '' };
    const payer = yield* this.cache.payerFor(asked, alongside);
    return recallFrom(this.cache.cached(payer, asked), payer, kind, identifiers, yield* now()).outcomes;
  }

  /**
   * The account for a formula that reads lists.
   * @param alongside what it reads
   */
  *payer(alongside: readonly Alongside[]): ColumnTask<Account | null> {
    return yield* this.cache.payerOfLists(alongside);
  }

  /** Offers shown answers to the document. */
  *keep(answers: readonly ShownAnswer[]): ColumnTask<void> {
    yield* this.column.keep(answers);
  }

  /** Must be called once the formula has an answer or an error. */
  *end(): ColumnTask<void> {
    yield* this.column.end();
  }
}

const takeTurn = () => ask<ColumnPorts, 'takeTurn'>({ ask: 'takeTurn' });
const depositRequest = () => ask<ColumnPorts, 'depositRequest'>({ ask: 'depositRequest' });

/** What is needed fails; what is known is shown. */
function fail({ outcomes, needed }: ColumnKnown, error: TraceError): Outcomes {
  return withFetched(outcomes, everyOne(needed, { is: 'failed', error }));
}
