import { now } from '../client/ports';
import { TraceError } from '../errors/trace-error';
import { recallFrom } from '../lookup/cache';
import { pauseKey } from '../lookup/cache-entry';
import { goDespite, readPause } from '../lookup/circuit-breaker';
import type { ShownAnswer } from '../lookup/displayed-rows';
import type { FetchLimits } from '../lookup/fetch-records';
import { withFetched } from '../lookup/known';
import { type Alongside, type FetchPorts, type Lookup, type Peek } from '../lookup/ports';
import { addShown, cacheShown, readShown, type ShownAnswers } from '../lookup/shown-cache';
import { everyOne } from '../records/every-one';
import { NOBODY } from '../records/nobody';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import { account, type Account } from '../records/ports';
import { ask, type Task } from '../task';
import { awaitTurn, readCache } from './await-turn';
import { fetchForFormulas } from './fetch-for-formulas';
import { FormulaCache } from './formula-cache';
import { isKnown, isComplete, knownOf, keysOf } from './column-known';
import { answersOf, lookupsOf, type KnownFormula } from './dry-run';
import type { ColumnPorts } from './ports';
import { gatherFormulas } from './gather-formulas';

type Outcomes = ReadonlyMap<string, LookupOutcome>;
type Cached = ReadonlyMap<string, string>;
type ColumnTask<T> = Task<T, FetchPorts & ColumnPorts>;

/** Limits on the look-ups of one formula. */
interface ColumnLimits {
  /** From when a fetch begins; milliseconds since 1970. */
  readonly toLimits: (startMs: number) => FetchLimits;
  /** How much of what formulas show the document keeps, in characters. */
  readonly shownRoom: number;
}

/** The kinds of look-up in the order in which a column is fetched, those with batches first. */
const KINDS: readonly LookupKind[] = ['company', 'partners', 'rows'];
/** How long before this formula's last request another one may keep the turn. */
const LEFT_FOR_READING_MS = 3_000;
/** How many look-ups may follow from the first, one from the other. */
const FOLLOW_UPS = 2;

/**
 * The look-ups of a formula that is calculated on its own. Saved answers cost one cache call. Otherwise one formula at
 * a time fetches what its whole column needs, and the others, which waited, find it in the cache.
 */
export class ColumnLookup {
  /** Whether this formula's call was left for others, and has no answer. */
  isLeft = false;
  private formulas: readonly KnownFormula[] = [];
  private asked: readonly Lookup[] = [];
  private recalled: readonly ShownAnswer[] = [];
  private readonly outcomes: Partial<Record<LookupKind, Outcomes>> = {};
  private isKeeping = false;
  private readonly cache = new FormulaCache();

  /** @param own the formula itself, where it is known */
  constructor(
    private readonly limits: ColumnLimits,
    private readonly own: KnownFormula | null = null,
  ) {}

  /** One outcome for each identifier. */
  *answer(asked: Lookup): ColumnTask<Outcomes> {
    const { isLeft } = this;
    const outcomes = yield* this.find(asked);
    // What is answered is saved, so that a call for it costs nothing.
    if ([...outcomes.values()].every(isKnown)) this.isLeft = isLeft;
    return outcomes;
  }

  private *find(asked: Lookup): ColumnTask<Outcomes> {
    const nowMs = yield* now();
    const said = yield* this.cache.look(asked, asked.alongside);
    const shown = knownOf(said, asked, this.cache.cached(said, asked), nowMs);
    if (isComplete(shown)) return shown.outcomes;
    const payer = yield* this.cache.lookForCertain();
    if (payer === null) {
      const { outcomes, needed } = knownOf(NOBODY, asked, this.cache.cached(NOBODY, asked), nowMs);
      return withFetched(outcomes, everyOne(needed, { is: 'failed', error: new TraceError('noKey', {}) }));
    }
    const first = this.cache.cached(payer, asked);
    const known = knownOf(payer, asked, first, nowMs);
    if (isComplete(known)) return known.outcomes;
    const before = this.outcomes[asked.kind];
    if (before !== undefined && known.needed.every((each) => before.has(each))) {
      return withFetched(known.outcomes, only(before, asked.identifiers));
    }
    const { mayFetch, cached = first } = yield* this.awaitTurn(payer, asked, first, known.needed.length > 0);
    const afterMs = yield* now();
    const again = knownOf(payer, asked, cached, afterMs);
    if (isComplete(again) || (!mayFetch && again.needed.length === 0)) return again.outcomes;
    const remembered = readShown(yield* ask<ColumnPorts, 'readShown'>({ ask: 'readShown' }), payer.id);
    const own = knownOf(payer, asked, cached, afterMs, remembered);
    if (isComplete(own)) {
      yield* cacheShown(payer.id, remembered.values(), []);
      return own.outcomes;
    }
    if (mayFetch) return yield* this.fetchColumn(payer, asked, remembered);
    const error = (yield* pauseFor(payer, asked, own.needed, cached, afterMs)) ?? new TraceError('notFetchedYet', {});
    return withFetched(own.outcomes, everyOne(own.needed, { is: 'failed', error }));
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

  /** Offers what was shown to the document's own store, where this formula has something new. */
  *keep(answers: readonly ShownAnswer[]): ColumnTask<void> {
    const payer = this.isKeeping ? yield* account() : null;
    if (payer === null) return;
    const others = answersOf(this.formulas, payer, this.outcomes);
    const all = [...others, ...answers];
    const known = this.asked.map(({ kind, identifiers, shownAs }) => ({
      shownAs,
      keys: identifiers.filter((identifier) => isKnown(this.outcomes[kind]?.get(identifier))),
    }));
    this.formulas = [];
    this.asked = [];
    // So that an old answer is checked once, and not by each cell again.
    yield* cacheShown(payer.id, [...this.recalled, ...all], known);
    this.recalled = [];
    if (all.length === 0) return;
    const before = yield* ask<ColumnPorts, 'readShown'>({ ask: 'readShown' });
    const text = addShown(before, payer.id, all, this.limits.shownRoom);
    yield* ask<ColumnPorts, 'writeShown'>({ ask: 'writeShown', text });
  }

  /** Call it once the formula is answered, or has said why it is not. */
  *end(): ColumnTask<void> {
    if (this.asked.length > 0) yield* this.keep([]);
  }

  /** Waits only for what is missing, and only where requests are allowed. */
  private *awaitTurn(
    payer: Account,
    asked: Lookup,
    cached: Cached,
    isMissing: boolean,
  ): ColumnTask<{ readonly mayFetch: boolean; readonly cached?: Cached }> {
    const nowMs = yield* now();
    if (!isMissing) {
      const turn = yield* ask<ColumnPorts, 'takeTurn'>({ ask: 'takeTurn' });
      const mayFetch =
        turn === 'own' || (turn === 'missing' && (yield* ask<ColumnPorts, 'claimTurn'>({ ask: 'claimTurn' })));
      return { mayFetch };
    }
    const { needed: first } = knownOf(payer, asked, cached, nowMs);
    if ((yield* pauseFor(payer, asked, first, cached, nowMs)) !== null) return { mayFetch: false };
    this.isLeft = true;
    yield* ask<ColumnPorts, 'leaveRequest'>({ ask: 'leaveRequest' });
    function* isAnswered(said: Cached, atMs: number): ColumnTask<boolean> {
      const { needed } = knownOf(payer, asked, said, atMs);
      return needed.length === 0 || (yield* pauseFor(payer, asked, needed, said, atMs)) !== null;
    }
    const untilMs = this.limits.toLimits(nowMs).deadlineMs - LEFT_FOR_READING_MS;
    const waited = yield* awaitTurn(keysOf(payer, [asked]), isAnswered, untilMs);
    return waited.cached === null ? { mayFetch: waited.mayFetch } : { ...waited, cached: waited.cached };
  }

  /** Everything that the formulas of the column need, each kind once. */
  private *fetchColumn(payer: Account, asked: Lookup, remembered: ShownAnswers): ColumnTask<Outcomes> {
    const isColumn = !this.isKeeping && asked.identifiers.length === 1;
    const siblings = isColumn ? yield* gatherFormulas(this.own, payer, asked) : [];
    const all = [asked, ...lookupsOf(siblings, payer)];
    // What it shows itself is kept too.
    this.formulas = [...this.formulas, ...siblings, ...(isColumn && this.own !== null ? [this.own] : [])];
    this.isKeeping = true;
    // The column takes seconds to read, and others go on: what they saved meanwhile, refusals too, is not asked for.
    const cached = yield* readCache(keysOf(payer, all));
    const own = knownOf(payer, asked, cached, yield* now(), remembered);
    yield* this.fetchKinds(payer, all, cached, remembered);
    // Names follow from answers, suggestions from unknown names, and other look-ups from a route that is missing. Those of
    // the whole column are asked together.
    for (let round = 0; round < FOLLOW_UPS; round += 1) {
      const next = this.unasked(lookupsOf(siblings, payer, this.outcomes));
      if (next.length === 0) break;
      yield* this.fetchKinds(payer, next, yield* readCache(keysOf(payer, next)), remembered);
    }
    const fetched = only(this.outcomes[asked.kind] ?? new Map(), asked.identifiers);
    if (isColumn && this.own !== null) {
      // Its own answer is kept with the others, so that they need not wait for the rest of this formula.
      yield* this.keep([]);
      this.isKeeping = false;
      yield* ask<ColumnPorts, 'endTurn'>({ ask: 'endTurn' });
    }
    return withFetched(own.outcomes, fetched);
  }

  private unasked(lookups: readonly Lookup[]): readonly Lookup[] {
    const toNames = ({ kind, identifiers }: Lookup): readonly string[] => identifiers.map((each) => `${kind} ${each}`);
    const asked = new Set(this.asked.flatMap(toNames));
    return lookups.filter((each) => toNames(each).some((name) => !asked.has(name)));
  }

  private *fetchKinds(
    payer: Account,
    asked: readonly Lookup[],
    cached: Cached,
    remembered: ShownAnswers,
  ): ColumnTask<void> {
    this.asked = [...this.asked, ...asked];
    for (const kind of KINDS) {
      const ofKind = asked.filter((each) => each.kind === kind);
      if (ofKind.length === 0) continue;
      const nowMs = yield* now();
      const known = ofKind.map((each) => knownOf(payer, each, cached, nowMs, remembered));
      this.recalled = [...this.recalled, ...known.flatMap(({ recalled }) => recalled)];
      const fetched = yield* fetchForFormulas(payer, ofKind, known, cached, this.limits.toLimits);
      this.outcomes[kind] = withFetched(this.outcomes[kind] ?? new Map(), fetched);
    }
  }
}

/** Why none of these may be sent for now; `null`: some may. */
function* pauseFor(
  payer: Account,
  { kind }: Lookup,
  needed: readonly string[],
  cached: Cached,
  nowMs: number,
): ColumnTask<TraceError | null> {
  const pause = readPause(cached.get(pauseKey(payer.id)), payer.keyId, nowMs);
  return pause === null || (yield* goDespite(pause.error, kind, needed)).length > 0 ? null : pause.error;
}

function only(outcomes: Outcomes, identifiers: readonly string[]): Outcomes {
  return new Map(
    identifiers.flatMap((each) => {
      const outcome = outcomes.get(each);
      return outcome === undefined ? [] : [[each, outcome] as const];
    }),
  );
}
