import { now, sleep } from '../../client/ports';
import { addShown, cacheShown, type ShownAnswers } from '../../lookup/shown-answers';
import { type ShownAnswer, type FetchPorts, type Lookup, account } from '../../lookup/ports';
import type { FetchLimits } from '../../lookup/fetch-records';
import { fetchPaid } from '../../lookup/fetch-within-grant';
import {
  withFetched,
  isKnown,
  keysOf,
  knownOf,
  readCache,
  type Cached,
  type ColumnKnown,
  type Outcomes,
} from './column-known';
import { type LookupKind, partialsOf } from '../../records/outcome';
import type { Account } from '../../records/account';
import { ask, type Task } from '../../task';
import { answersOf, lookupsOf } from './known-formulas';
import type { ColumnPorts, KnownFormula } from '../ports';
import { keepRefusals } from '../../lookup/refusals';

type ColumnTask<T> = Task<T, FetchPorts & ColumnPorts>;

/** Limits on the lookups of one formula. */
export interface ColumnLimits {
  /** Called with the start of a fetch (milliseconds since 1970). */
  readonly toLimits: (startMs: number) => FetchLimits;
  /** How much room the document has for shown answers, in characters. */
  readonly shownRoom: number;
}

/** The kinds of lookup in the order in which a column is fetched, those with batches first. */
const KINDS: readonly LookupKind[] = ['company', 'partners', 'rows'];
/** How many lookups in a row may each follow from the one before. */
const FOLLOW_UPS = 2;
/** How long to wait for more formulas to ask, and how many times at most. */
const GATHERS_MS = 350;
const GATHERINGS = 5;
/** How many waits without anything new end the gathering. A call that was overwritten is deposited again after a while. */
const QUIET = 2;

/**
 * What the formula with the turn does: it fetches what its whole column needs, and saves it where the others look.
 */
export class ColumnFetch {
  private formulas: readonly KnownFormula[] = [];
  private asked: readonly Lookup[] = [];
  private recalled: readonly ShownAnswer[] = [];
  private readonly outcomes: Partial<Record<LookupKind, Outcomes>> = {};
  private isKeeping = false;

  /** @param own the formula itself, if it is known */
  constructor(
    private readonly limits: ColumnLimits,
    private readonly own: KnownFormula | null,
  ) {}

  /** What this formula fetched before; `null`: some of it was not asked for. */
  earlier({ kind, identifiers }: Lookup, needed: readonly string[]): Outcomes | null {
    const before = this.outcomes[kind];
    return before !== undefined && needed.every((each) => before.has(each)) ? only(before, identifiers) : null;
  }

  /**
   * Fetches everything that the formulas of the column need, each kind once. @param remembered what the document
   * keeps
   */
  *fetch(payer: Account, asked: Lookup, remembered: ShownAnswers): ColumnTask<Outcomes> {
    const isColumn = !this.isKeeping && asked.identifiers.length === 1;
    const siblings = isColumn ? yield* gatherFormulas(this.own, payer, asked) : [];
    // The formula's own answers are kept too.
    this.formulas = [...this.formulas, ...siblings, ...(isColumn && this.own !== null ? [this.own] : [])];
    this.isKeeping = true;
    const known = yield* this.fetchAll(payer, [asked, ...lookupsOf(siblings, payer)], remembered);
    // Names follow from answers, suggestions from unknown names, and other lookups from a missing route. Those of the
    // whole column are asked for together.
    for (let round = 0; round < FOLLOW_UPS; round += 1) {
      const next = this.unasked(lookupsOf(siblings, payer, this.outcomes));
      if (next.length === 0) break;
      yield* this.fetchAll(payer, next, remembered);
    }
    const fetched = only(this.outcomes[asked.kind] ?? new Map(), asked.identifiers);
    if (isColumn && this.own !== null) {
      // The formula's own answer is kept with the others, so that they need not wait for the rest of this formula.
      yield* this.keep([]);
      this.isKeeping = false;
      yield* ask<ColumnPorts, 'endTurn'>({ ask: 'endTurn' });
    }
    return withFetched(known.outcomes, fetched);
  }

  /** Offers shown answers to the document, if this formula has new ones. */
  *keep(answers: readonly ShownAnswer[]): ColumnTask<void> {
    const payer = this.isKeeping ? yield* account() : null;
    if (payer === null) return;
    const all = [...answersOf(this.formulas, payer, this.outcomes), ...answers];
    const known = this.asked.map(({ kind, identifiers, shownAs }) => ({
      shownAs,
      keys: identifiers.filter((identifier) => isKnown(this.outcomes[kind]?.get(identifier))),
    }));
    this.formulas = [];
    this.asked = [];
    // Cached so that an old answer is checked once, not by each cell.
    yield* cacheShown(payer.id, [...this.recalled, ...all], known);
    this.recalled = [];
    if (all.length === 0) return;
    const before = yield* ask<ColumnPorts, 'readShown'>({ ask: 'readShown' });
    const text = addShown(before, payer.id, all, this.limits.shownRoom);
    yield* ask<ColumnPorts, 'writeShown'>({ ask: 'writeShown', text });
  }

  /** Keeps what no one has offered yet. */
  *end(): ColumnTask<void> {
    if (this.asked.length > 0) yield* this.keep([]);
  }

  private unasked(lookups: readonly Lookup[]): readonly Lookup[] {
    const toNames = ({ kind, identifiers }: Lookup): readonly string[] => identifiers.map((each) => `${kind} ${each}`);
    const asked = new Set(this.asked.flatMap(toNames));
    return lookups.filter((each) => toNames(each).some((name) => !asked.has(name)));
  }

  /** @returns what was known for the first of them */
  private *fetchAll(payer: Account, asked: readonly Lookup[], remembered: ShownAnswers): ColumnTask<ColumnKnown> {
    this.asked = [...this.asked, ...asked];
    // Reading the column takes seconds while other formulas go on: what they saved meanwhile, including refusals, is
    // not asked for.
    const cached = yield* readCache(keysOf(payer, asked));
    const nowMs = yield* now();
    const known = asked.map((each) => knownOf(payer, each, cached, nowMs, remembered));
    this.recalled = [...this.recalled, ...known.flatMap(({ recalled }) => recalled)];
    for (const kind of KINDS) {
      const ofKind = known.flatMap((each, at) =>
        asked[at]!.kind === kind ? [{ asked: asked[at]!, known: each }] : [],
      );
      if (ofKind.length === 0) continue;
      const fetched = yield* this.fetchKind(payer, kind, ofKind, cached);
      this.outcomes[kind] = withFetched(this.outcomes[kind] ?? new Map(), fetched);
    }
    return known[0]!;
  }

  /**
   * Fetches what several formulas lack of one kind, each identifier once, and saves which requests were refused.
   *
   * @returns the records that are known, and all outcomes of the fetch
   */
  private *fetchKind(
    payer: Account,
    kind: LookupKind,
    lookups: readonly { readonly asked: Lookup; readonly known: ColumnKnown }[],
    cached: Cached,
  ): ColumnTask<Outcomes> {
    const needed = new Set(lookups.flatMap(({ known }) => known.needed));
    const ifFree = new Set(lookups.flatMap(({ known }) => known.ifFree).filter((each) => !needed.has(each)));
    // What another formula showed does not answer this one.
    const records = new Map(lookups.flatMap(({ known }) => [...known.outcomes].filter(([, each]) => isKnown(each))));
    if (needed.size + ifFree.size === 0) return records;
    const others = new Set(lookups.flatMap(({ asked, known }) => (asked.needsBatch === true ? [] : known.needed)));
    const onlyInBatch = new Set([...needed].filter((identifier) => !others.has(identifier)));
    const request = { kind, needed: [...needed], ifFree: [...ifFree], read: partialsOf(records), onlyInBatch };
    const { outcomes, refused } = yield* fetchPaid(payer, request, lookups[0]!.known, this.limits.toLimits);
    yield* keepRefusals(payer.id, kind, new Map([...outcomes, ...refused]), cached);
    return withFetched(records, outcomes);
  }
}

/**
 * The formulas to fetch for. If this formula can be read in its column, these are the column's formulas; otherwise
 * they include the calls that others have deposited, and it waits for neighbors to leave theirs. If there was no time to
 * read the whole column, the calls deposited meanwhile are included too: those formulas would give up before the rest is
 * read. The same holds if this is the only formula without an answer: its neighbors may be recalculating while they
 * still show old answers.
 *
 * @param own the formula itself, if it is known
 */
function* gatherFormulas(
  own: KnownFormula | null,
  payer: Account,
  asked: Lookup,
): Task<readonly KnownFormula[], FetchPorts & ColumnPorts> {
  const { formulas: column, isWhole } = yield* ask<ColumnPorts, 'columnFormulas'>({ ask: 'columnFormulas' });
  const isRead = lookupsOf(column, payer).some(
    ({ kind, identifiers }) => kind === asked.kind && asked.identifiers.every((each) => identifiers.includes(each)),
  );
  if (own === null) return column;
  if (isRead && isWhole) return [...column, own];
  const isOwn = (each: KnownFormula): boolean => toText(each) === toText(own);
  if (isRead && !column.every(isOwn)) {
    return [...column, ...(yield* ask<ColumnPorts, 'depositedRequests'>({ ask: 'depositedRequests' })), own];
  }
  let deposited = yield* ask<ColumnPorts, 'depositedRequests'>({ ask: 'depositedRequests' });
  for (let [round, quiet] = [0, 0]; round < GATHERINGS && quiet < (deposited.length > 1 ? QUIET : 1); round += 1) {
    yield* sleep(GATHERS_MS);
    const known = new Set(deposited.map(toText));
    deposited = yield* ask<ColumnPorts, 'depositedRequests'>({ ask: 'depositedRequests' });
    quiet = deposited.every((each) => known.has(toText(each))) ? quiet + 1 : 0;
  }
  // A formula on its own asks for one lookup after the other, because its first answer may make the next lookup
  // needless.
  return deposited.every(isOwn) ? column : [...column, ...deposited, own];
}

/** Omitted arguments at the end make no difference. */
function toText({ id, args }: KnownFormula): string {
  return JSON.stringify([id, args]).replace(/(,null)+\]\]$/, ']]');
}

function only(outcomes: Outcomes, identifiers: readonly string[]): Outcomes {
  return new Map(
    identifiers.flatMap((each) => {
      const outcome = outcomes.get(each);
      return outcome === undefined ? [] : [[each, outcome] as const];
    }),
  );
}
