import type { Table } from '../../cells/values';
import { now, random, sleep } from '../../client/ports';
import { TraceError } from '../../errors/trace-error';
import { recallFrom } from '../../lookup/cache';
import { withFetched } from '../../lookup/known';
import type { Alongside, FetchPorts, Lookup, LookupPorts, Peek } from '../../lookup/ports';
import type { ShownAnswer } from '../../lookup/displayed-rows';
import { cacheShown, readShown } from '../../lookup/shown-cache';
import { everyOne } from '../../records/every-one';
import { NO_ACCOUNT } from '../../records/no-account';
import type { Account } from '../../records/ports';
import { answering, ask, type Task } from '../../task';
import { callFunction } from '../call';
import { ColumnFetch, type ColumnLimits } from './column-fetch';
import {
  isComplete,
  isKnown,
  keysOf,
  knownOf,
  pauseOf,
  readCache,
  type ColumnKnown,
  type Outcomes,
} from './column-known';
import { FormulaCache } from './formula-cache';
import type { ColumnPorts, KnownFormula } from '../ports';

/**
 * How a formula is answered where each one is calculated on its own, as in Google Sheets. Saved answers cost one call of
 * the cache. For the rest one formula at a time has the turn, and the others find its answers in the cache.
 *
 * | What is known                  | This formula has the turn          | Another one has it, or nobody can           |
 * | ------------------------------ | ---------------------------------- | ------------------------------------------- |
 * | everything                     | shows it                           | shows it                                    |
 * | no key is set                  | shows practice, or says so         | shows practice, or says so                  |
 * | everything, but older, or not  | fetches what is free, and keeps    | shows it                                    |
 * | kept by the document           | what it shows                      |                                             |
 * | less, and this formula asked   | shows what came                    | shows what came                             |
 * | less, and all requests pause   | says why, after a look at what the document remembers                            |
 * | less                           | fetches for the whole column       | leaves its call and looks into the cache;   |
 * |                                |                                    | in the end, at what the document remembers  |
 */

type ColumnTask<T> = Task<T, FetchPorts & ColumnPorts>;

/** How long before this formula's last request another one may keep the turn. */
const LEFT_FOR_READING_MS = 3_000;
/** Up to twice as long, so that those who wait do not all come at once. */
const LOOKS_EVERY_MS = 350;
/** A turn is scarcer than a look into the cache. */
const LOOKS_BETWEEN_TURNS = 2;
/** How much longer than it may still fetch itself: another formula may be about to save the answer. */
const LOOKS_ON_MS = 6_000;

/** Answers one formula, with the look-ups of its column. @param lookups of this formula alone */
export function* answerInColumn(own: KnownFormula, lookups: ColumnLookup): ColumnTask<Table> {
  const table = yield* answering<Table, LookupPorts, FetchPorts & ColumnPorts>(callFunction(own.id, own.args), {
    lookup: (asked) => lookups.answer(asked),
    peek: (asked) => lookups.peek(asked),
    payer: ({ alongside }) => lookups.payer(alongside),
    keepShown: ({ answers }) => lookups.keep(answers),
  });
  yield* lookups.end();
  return table;
}

/** The look-ups of one formula. */
export class ColumnLookup {
  /** Whether this formula's call was left for others, and has no answer. */
  isLeft = false;
  private readonly cache = new FormulaCache();
  private readonly column: ColumnFetch;

  /** @param own the formula itself, where it is known */
  constructor(
    private readonly limits: ColumnLimits,
    own: KnownFormula | null = null,
  ) {
    this.column = new ColumnFetch(limits, own);
  }

  /** One outcome for each identifier. */
  *answer(asked: Lookup): ColumnTask<Outcomes> {
    const { isLeft } = this;
    const outcomes = yield* this.find(asked);
    // What is answered is saved, so that a call for it costs nothing.
    if ([...outcomes.values()].every(isKnown)) this.isLeft = isLeft;
    return outcomes;
  }

  private *find(asked: Lookup): ColumnTask<Outcomes> {
    const { payer, known: first } = yield* this.lookIntoCache(asked);
    if (isComplete(first)) return first.outcomes;
    if (payer === null) return fail(first, new TraceError('noKey', {}));
    const earlier = this.column.earlier(asked, first.needed);
    if (earlier !== null) return withFetched(first.outcomes, earlier);
    const { known, hasTurn } = yield* this.awaitTurn(payer, asked, first);
    if (isComplete(known) || (!hasTurn && known.needed.length === 0)) return known.outcomes;
    // Only now, since Google counts reads of properties, and the cache has what the formula with the turn found there.
    const remembered = readShown(yield* ask<ColumnPorts, 'readShown'>({ ask: 'readShown' }), payer.id);
    const all = knownOf(payer, asked, known.cached, yield* now(), remembered);
    if (isComplete(all)) {
      yield* cacheShown(payer.id, remembered.values(), []);
      return all.outcomes;
    }
    if (hasTurn) return yield* this.column.fetch(payer, asked, remembered);
    return fail(all, (yield* pauseOf(payer, asked, all)) ?? new TraceError('notFetchedYet', {}));
  }

  /** The cache's word for whose key it is suffices to show an answer. For all else the host's own store is asked. */
  private *lookIntoCache(asked: Lookup): ColumnTask<{ readonly payer: Account | null; readonly known: ColumnKnown }> {
    const said = yield* this.cache.look(asked, asked.alongside);
    const known = knownOf(said, asked, this.cache.cached(said, asked), yield* now());
    if (isComplete(known)) return { payer: said, known };
    const payer = yield* this.cache.lookForCertain();
    if (payer?.id === said.id && payer.keyId === said.keyId) return { payer, known };
    const certain = payer ?? NO_ACCOUNT;
    return { payer, known: knownOf(certain, asked, this.cache.cached(certain, asked), yield* now()) };
  }

  /**
   * Until this formula has the turn, everything is known, or it is too late to fetch. Where everything is known already,
   * nobody waits: it has the turn if it is free.
   */
  private *awaitTurn(
    payer: Account,
    asked: Lookup,
    first: ColumnKnown,
  ): ColumnTask<{ readonly known: ColumnKnown; readonly hasTurn: boolean }> {
    if (first.needed.length === 0) return { known: first, hasTurn: yield* takeTurn() };
    if ((yield* pauseOf(payer, asked, first)) !== null) return { known: first, hasTurn: false };
    this.isLeft = true;
    yield* leaveRequest();
    const untilMs = this.limits.toLimits(yield* now()).deadlineMs - LEFT_FOR_READING_MS;
    let known = first;
    for (let look = 0; ; look += 1) {
      const asksTurn = look % LOOKS_BETWEEN_TURNS === 0 && (yield* now()) <= untilMs;
      if (asksTurn && (yield* takeTurn())) return { known: yield* this.lookAgain(payer, asked), hasTurn: true };
      const waitMs = Math.round(LOOKS_EVERY_MS * (1 + (yield* random())));
      if ((yield* now()) + waitMs > untilMs + LOOKS_ON_MS) return { known, hasTurn: false };
      yield* sleep(waitMs);
      known = yield* this.lookAgain(payer, asked);
      if (known.needed.length === 0 || (yield* pauseOf(payer, asked, known)) !== null) return { known, hasTurn: false };
      // Another formula may have taken the place of the call that was left.
      if (look % LOOKS_BETWEEN_TURNS === 0) yield* leaveRequest();
    }
  }

  private *lookAgain(payer: Account, asked: Lookup): ColumnTask<ColumnKnown> {
    const cached = yield* readCache(keysOf(payer, [asked]));
    return knownOf(payer, asked, cached, yield* now());
  }

  /** The saved answers, without a request. */
  *peek({ kind, identifiers, alongside }: Peek): ColumnTask<Outcomes> {
    const asked = { kind, identifiers, shownAs: '' };
    const payer = yield* this.cache.look(asked, alongside);
    return recallFrom(this.cache.cached(payer, asked), payer, kind, identifiers, yield* now()).outcomes;
  }

  /**
   * The account for a formula that reads lists.
   * @param alongside what it reads
   */
  *payer(alongside: readonly Alongside[]): ColumnTask<Account | null> {
    return yield* this.cache.payerOfLists(alongside);
  }

  /** Offers what was shown to the document. */
  *keep(answers: readonly ShownAnswer[]): ColumnTask<void> {
    yield* this.column.keep(answers);
  }

  /** Call it once the formula is answered, or has said why it is not. */
  *end(): ColumnTask<void> {
    yield* this.column.end();
  }
}

const takeTurn = () => ask<ColumnPorts, 'takeTurn'>({ ask: 'takeTurn' });
const leaveRequest = () => ask<ColumnPorts, 'leaveRequest'>({ ask: 'leaveRequest' });

/** What is needed fails; what is known is shown. */
function fail({ outcomes, needed }: ColumnKnown, error: TraceError): Outcomes {
  return withFetched(outcomes, everyOne(needed, { is: 'failed', error }));
}
