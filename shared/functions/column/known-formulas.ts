import { FUNCTIONS } from '../../catalogue/index';
import { parseJson, readArray } from '../../client/json';
import { hasApiKey } from '../../errors/mask-keys';
import { callsTrace } from '../../cells/formulas';
import { isLoading } from '../../cells/values';
import { findTraceCalls, isMade, type ReadCells, type TraceCall, valueOf } from '../../cells/trace-calls';
import type { FormulaPorts, KnownFormula } from '../ports';
import type { Lookup, ShownAnswer } from '../../lookup/ports';
import type { Account } from '../../records/account';
import { runSync } from '../../task';
import type { LookupKind, LookupOutcome } from '../../records/outcome';
import { callFunction } from '../call';

/** A formula with its calls of Trace, at least one. */
export interface WrittenCalls {
  readonly formula: string;
  readonly calls: readonly TraceCall[];
}

/** A call, with the formula that contains it. */
export interface WrittenFormula extends KnownFormula {
  readonly formula: string;
}

/** @param formulas as they are written; those that do not call Trace are left out */
export function findCalls(formulas: readonly string[]): readonly WrittenCalls[] {
  return formulas.flatMap((formula) => {
    const calls = callsTrace(formula) ? findTraceCalls(formula) : [];
    return calls.length > 0 ? [{ formula, calls }] : [];
  });
}

/**
 * For a formula whose cell shows that a call was made: a single call was made whatever its condition. With several
 * calls it is unknown which one was made.
 */
export function asMade({ formula, calls }: WrittenCalls): WrittenCalls {
  const [only] = calls;
  return { formula, calls: calls.length === 1 && only !== undefined ? [{ ...only, isConditional: false }] : calls };
}

/** The most calls that formulas may make, as far as they can be read. */
export interface MostCalls {
  readonly known: readonly WrittenFormula[];
  /** The formulas whose every call is known. */
  readonly whole: ReadonlySet<string>;
}

/** These functions define names that hide those of the file. */
const GIVES_NAMES = /\b(LET|LAMBDA)\s*\(/i;

/**
 * Every call that formulas may make, whatever its condition: a cell that looks blank here may not be blank for the
 * formula.
 */
export function readMost(written: readonly WrittenCalls[], read: ReadCells): MostCalls {
  const whole = new Set(written.map(({ formula }) => formula));
  const known = written.flatMap(({ formula, calls }) => {
    const hasNames = GIVES_NAMES.test(formula);
    const readOwn: ReadCells = (asked) => (hasNames && 'name' in asked ? undefined : read(asked));
    return calls.flatMap((call) => {
      const args = call.args.map((argument) => valueOf(argument, readOwn));
      if (args.some(isUnknown)) whole.delete(formula);
      return args.includes(undefined) ? [] : [{ formula, id: call.id, args }];
    });
  });
  return { known, whole };
}

/** Includes cells that show a problem: these may be recalculated too, and then name a company. */
function isUnknown(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isUnknown);
  return value === undefined || (typeof value === 'string' && (value.startsWith('#') || isLoading(value)));
}

/** The calls that are made, with the values of their arguments, as far as these can be read. */
export function withValues(written: readonly WrittenCalls[], read: ReadCells): readonly WrittenFormula[] {
  return written.flatMap(({ formula, calls }) =>
    calls.flatMap((call) => {
      if (call.isConditional || !isMade(call, read)) return [];
      const args = call.args.map((argument) => valueOf(argument, read));
      return args.includes(undefined) ? [] : [{ formula, id: call.id, args }];
    }),
  );
}

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/**
 * The lookups that formulas would make. Nothing is sent.
 * @param outcomes known outcomes, from which further lookups may follow
 */
export function lookupsOf(
  formulas: readonly KnownFormula[],
  payer: Account,
  outcomes: Readonly<Partial<Record<LookupKind, Outcomes>>> = {},
): readonly Lookup[] {
  const asked: Lookup[] = [];
  const ports = dryPorts(payer, (effect) => {
    asked.push(effect);
    return knownOf(effect, outcomes);
  });
  for (const { id, args } of formulas) runSync(callFunction(id, args), ports);
  return asked;
}

/** What formulas will show, given known outcomes. */
export function answersOf(
  formulas: readonly KnownFormula[],
  payer: Account,
  outcomes: Readonly<Partial<Record<LookupKind, Outcomes>>>,
): readonly ShownAnswer[] {
  const shown: ShownAnswer[] = [];
  const ports: FormulaPorts = {
    ...dryPorts(payer, (effect) => knownOf(effect, outcomes)),
    keepShown: ({ answers }) => void shown.push(...answers()),
  };
  for (const { id, args } of formulas) runSync(callFunction(id, args), ports);
  return shown;
}

function knownOf({ kind, identifiers }: Lookup, outcomes: Readonly<Partial<Record<LookupKind, Outcomes>>>): Outcomes {
  const known = outcomes[kind] ?? new Map<string, LookupOutcome>();
  return new Map(identifiers.map((each) => [each, known.get(each) ?? { is: 'notAsked' }]));
}

/** Ports for a formula that is only simulated: nothing is sent. */
function dryPorts(payer: Account, lookup: FormulaPorts['lookup']): FormulaPorts {
  return {
    payer: () => payer,
    now: () => 0,
    lookup,
    peek: () => new Map(),
    paid: () => new Set(),
    keepShown: () => undefined,
  };
}

/**
 * How a waiting formula tells another one what to fetch: it leaves its call as text, however the formula is written.
 * Anyone who may edit the file could leave such texts too. They can do no more than a formula in a cell: functions
 * read them like any other, and every limit applies.
 */

/** As long as a formula may run. */
export const DEPOSITED_FOR_SECONDS = 30;
/** The longest text, in characters. */
const LONGEST = 2_000;
/** Calls of whole columns fetch for themselves. */
const MOST_CELLS = 10;

const IDS: ReadonlySet<unknown> = new Set(FUNCTIONS.map(({ id }) => id));

/**
 * Writes a call as {@link readDepositedCalls} reads it.
 *
 * @param nowMs milliseconds since 1970
 * @returns `null` if the call cannot be left: the formula then fetches by itself
 */
export function toDepositedCall({ id, args }: KnownFormula, nowMs: number): string | null {
  const text = JSON.stringify([nowMs, id, args]);
  // A date would arrive as text.
  const hasDate = args.flat(2).some((value) => typeof value === 'object' && value !== null);
  // Anyone who may edit the file can read it, and a key may have been pasted into a cell.
  return text.length > LONGEST || isLong(args) || hasDate || hasApiKey(String(args)) ? null : text;
}

/** The calls that were left recently, each once. Other texts are ignored. @param nowMs milliseconds since 1970 */
export function readDepositedCalls(texts: readonly unknown[], nowMs: number): readonly KnownFormula[] {
  return [...new Set(texts.map(String))].flatMap((text) => {
    const [atMs, id, args] = (text.length > LONGEST ? null : readArray(parseJson(text))) ?? [];
    const isRecent = typeof atMs === 'number' && Math.abs(nowMs - atMs) < DEPOSITED_FOR_SECONDS * 1_000;
    if (!isRecent || !IDS.has(id) || !Array.isArray(args) || isLong(args)) return [];
    return [{ id: id as KnownFormula['id'], args }];
  });
}

function isLong(args: readonly unknown[]): boolean {
  return args.flat(2).length > MOST_CELLS;
}
