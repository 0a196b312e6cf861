import { readCount } from '../client/json';
import type { CompanyRecord } from '../client/resources/companies';
import { listPartnersOf, toPartnersRecord } from '../client/resources/partnerships';
import { toQuestionText, type RowsRecord } from '../client/rows';
import { now, peek, type Account } from '../effects';
import { TraceError } from '../errors';
import { fetchPaid } from '../lookup/fetch-paid';
import type { FetchLimits } from '../lookup/fetch-records';
import { judge } from '../lookup/freshness';
import type { LookupKind, LookupOutcome } from '../lookup/outcome';
import { recall } from '../lookup/store';
import { needOf, typeOf, type Choice, type Found, type Need } from './choice';
import type { RunTask } from './grid';
import { watch, type Purse } from './purse';

export type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What look-ups of one run have in common. */
export interface Fetching {
  /** By which the file is held; see {@link holdFile}. */
  readonly holder: string;
  readonly payer: Account;
  readonly maxAgeMs: number;
  readonly purse: Purse;
  readonly toLimits: (startMs: number) => FetchLimits;
  /** Routes that turned out to be missing, and when; milliseconds since 1970. */
  readonly missingRoutes: Map<string, number>;
}

/** The most partners of one company that are read where types are asked for: a page. */
const TYPED_TOP = 100;

/** What is fresh in the store. */
export function* recallFresh(run: Fetching, kind: LookupKind, identifiers: readonly string[]): RunTask<Outcomes> {
  if (identifiers.length === 0) return new Map();
  const recalled = yield* recall(run.payer, kind, identifiers);
  for (const [operation, foundMs] of recalled.missingRoutes) run.missingRoutes.set(operation, foundMs);
  const nowMs = yield* now();
  const age = { maxAgeMs: run.maxAgeMs, isAgeAsked: true };
  return new Map([...recalled.outcomes].filter(([, outcome]) => judge(outcome, age, nowMs) === 'fresh'));
}

/**
 * Everything that the choices need of some companies; what is fresh is not asked for.
 *
 * @param compared of {@link fetchCompared}
 * @param known what is fresh of the first choice's need, where the store was read already
 */
export function* fetchFound(
  run: Fetching,
  choices: readonly Choice[],
  identifiers: readonly string[],
  compared: Outcomes,
  known: Outcomes | null = null,
): RunTask<ReadonlyMap<string, Found>> {
  const needs = new Set<Need>(choices.map(needOf));
  const knownOf = (need: Need): Outcomes | null => (needOf(choices[0]!) === need ? known : null);
  const company = needs.has('company')
    ? yield* fetchKind(run, 'company', identifiers, knownOf('company'))
    : new Map<string, LookupOutcome>();
  const partners = needs.has('partners')
    ? yield* fetchPartners(run, identifiers, knownOf('partners'))
    : new Map<string, LookupOutcome>();
  const typed = new Map<string, Outcomes>();
  for (const choice of choices) {
    const type = typeOf(choice);
    if (needOf(choice) === 'typed' && !typed.has(type)) typed.set(type, yield* fetchLists(run, identifiers, type));
  }
  return new Map(
    identifiers.map((identifier) => [
      identifier,
      {
        company: company.get(identifier),
        partners: partners.get(identifier),
        typed: new Map(
          [...typed].flatMap(([type, outcomes]) => {
            const outcome = outcomes.get(identifier);
            return outcome === undefined ? [] : [[type, outcome] as const];
          }),
        ),
        compared,
      },
    ]),
  );
}

/** Partners of the companies that others are compared with. */
export function* fetchCompared(run: Fetching, choices: readonly Choice[]): RunTask<Outcomes> {
  const others = new Set(choices.flatMap((choice) => (choice.adds === 'sharedPartners' ? [choice.company] : [])));
  return others.size === 0 ? new Map() : yield* fetchPartners(run, [...others]);
}

/**
 * A company costs a credit at most. What the limit leaves no room for is asked for once more after the rest has been
 * settled, since most answers cost less than was set aside.
 */
export function* fetchKind(
  run: Fetching,
  kind: LookupKind,
  identifiers: readonly string[],
  known: Outcomes | null = null,
): RunTask<Outcomes> {
  const outcomes = new Map(known ?? (yield* recallFresh(run, kind, identifiers)));
  let needed = identifiers.filter((identifier) => !outcomes.has(identifier));
  while (needed.length > 0) {
    const { left } = run.purse;
    const taught = { missingRoutes: run.missingRoutes, pauseText: undefined };
    const task = fetchPaid(run.payer, { kind, needed, ifFree: [], run: { left } }, taught, run.toLimits);
    const fetched = yield* watch(task, run.purse, run.holder);
    for (const [operation, foundMs] of fetched.missingRoutes) run.missingRoutes.set(operation, foundMs);
    for (const [identifier, outcome] of fetched.outcomes) outcomes.set(identifier, outcome);
    const refused = needed.filter((identifier) => isCode(outcomes.get(identifier), 'runCapReached'));
    const isStopped = [...fetched.outcomes.values()].some((outcome) => isCode(outcome, 'creditsOut'));
    if (isStopped || refused.length === needed.length || left === null || run.purse.left === 0) break;
    needed = refused;
  }
  return outcomes;
}

/**
 * Partners cost a credit each. Under a limit a company is asked for only where the most that it can cost fits what is left:
 * how many partners it has is told by its own record, which costs no more than is charged for it anyway.
 */
export function* fetchPartners(
  run: Fetching,
  identifiers: readonly string[],
  known: Outcomes | null = null,
): RunTask<Outcomes> {
  if (run.purse.left === null) return yield* fetchKind(run, 'partners', identifiers, known);
  const outcomes = new Map(known ?? (yield* recallFresh(run, 'partners', identifiers)));
  const needed = identifiers.filter((identifier) => !outcomes.has(identifier));
  if (needed.length === 0) return outcomes;
  const companies = yield* fetchKind(run, 'company', needed);
  const { paid } = yield* peek('company', needed);
  const batch: string[] = [];
  const unknown: string[] = [];
  let left = run.purse.left;
  for (const identifier of needed) {
    const outcome = companies.get(identifier);
    const bound = mostOf(outcome, paid.has(identifier) || outcome?.is === 'found');
    if (outcome !== undefined && outcome.is !== 'found') outcomes.set(identifier, outcome);
    else if (bound === null) unknown.push(identifier);
    else if (bound <= left) {
      batch.push(identifier);
      left -= bound;
    } else outcomes.set(identifier, failed(new TraceError('runCapReached', { credits: bound })));
  }
  if (batch.length > 0)
    for (const [each, outcome] of yield* fetchKind(run, 'partners', batch)) outcomes.set(each, outcome);
  for (const identifier of unknown) {
    const most = run.purse.left;
    if (most < 1) outcomes.set(identifier, failed(new TraceError('runCapReached', { credits: 1 })));
    else for (const [each, outcome] of yield* fetchLists(run, [identifier], '', most)) outcomes.set(each, outcome);
  }
  return outcomes;
}

function mostOf(outcome: LookupOutcome | undefined, isPaid: boolean): number | null {
  if (outcome?.is !== 'found') return null;
  const partners = readCount((outcome.record as CompanyRecord)['partnership_count']);
  return partners === null ? null : partners + (isPaid ? 0 : 1);
}

/** The lists of partners of companies one by one, as records of partners. @param type `''`: of all types */
function* fetchLists(run: Fetching, identifiers: readonly string[], type: string, most = TYPED_TOP): RunTask<Outcomes> {
  const top = Math.max(1, Math.min(TYPED_TOP, most, run.purse.left ?? TYPED_TOP));
  const questions = new Map(identifiers.map((identifier) => [identifier, toQuestion(identifier, type, top)]));
  const answers = yield* fetchKind(run, 'rows', [...questions.values()]);
  return new Map(
    [...questions].flatMap(([identifier, question]): readonly (readonly [string, LookupOutcome])[] => {
      const outcome = answers.get(question);
      if (outcome?.is === 'noRoute') {
        return [[identifier, failed(new TraceError('routeMissing', { operation: outcome.operation }))]];
      }
      if (outcome?.is !== 'found') return outcome === undefined ? [] : [[identifier, outcome]];
      const rows = outcome.record as RowsRecord;
      const count = rows.total ?? toPartnersRecord(rows).count;
      return [[identifier, { ...outcome, record: { ...toPartnersRecord(rows), count } }]];
    }),
  );
}

function toQuestion(identifier: string, type: string, top: number): string {
  const { operation, path } = listPartnersOf(identifier, type === '' ? null : type, '-last_observed_at');
  return toQuestionText({ operation, path, paging: 'page', top, mayBeOne: false });
}

function failed(error: TraceError): LookupOutcome {
  return { is: 'failed', error };
}

function isCode(outcome: LookupOutcome | undefined, code: TraceError['code']): boolean {
  return outcome?.is === 'failed' && outcome.error.code === code;
}
