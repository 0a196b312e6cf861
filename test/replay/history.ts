import fc from 'fast-check';
import { MODEL_FAULTS, type ModelFault } from './model-api';
import { FORMULAS, type FormulaForm, type FormulaName } from './workbook';

/** What users, hosts and the service do, in order. */
export type Step =
  | { readonly do: 'fill'; readonly sheet: number; readonly inputs: readonly string[] }
  /** A column as users have it, one company after the other; sometimes longer than one batch. */
  | { readonly do: 'fillRun'; readonly sheet: number; readonly first: number; readonly count: number }
  | { readonly do: 'edit'; readonly sheet: number; readonly row: number; readonly input: string }
  | { readonly do: 'sort' | 'insert' | 'delete'; readonly sheet: number; readonly row: number }
  | { readonly do: 'duplicate'; readonly sheet: number }
  | { readonly do: 'column'; readonly sheet: number; readonly formula: FormulaName }
  | { readonly do: 'recalculate' }
  /** The file is closed, and opened again after a while. */
  | { readonly do: 'reopen'; readonly afterMs: number }
  | { readonly do: 'wait'; readonly forMs: number }
  /** The clock of the device is set. */
  | { readonly do: 'clock'; readonly byMs: number }
  /** Set before the next calculation, or so long after it has begun. */
  | { readonly do: 'key'; readonly key: string; readonly whileFetchingMs: number }
  | { readonly do: 'user'; readonly user: number }
  | { readonly do: 'faults'; readonly faults: readonly ModelFault[]; readonly retryAfterSeconds: number }
  | { readonly do: 'credits'; readonly left: number }
  | { readonly do: 'policy'; readonly policy: Policy }
  | { readonly do: 'agree'; readonly credits: number }
  /** The next calculation is stopped at its n-th effect. */
  | { readonly do: 'crash'; readonly at: number }
  /** In the next calculation, cells are given up after a while and asked for again. */
  | { readonly do: 'cancel'; readonly every: number; readonly afterMs: number; readonly again: boolean }
  /** Another file is calculated at the same time, on the same device. */
  | { readonly do: 'twoFiles' }
  /** How the formulas of a sheet are written from now on. */
  | { readonly do: 'form'; readonly sheet: number; readonly form: FormulaForm }
  /** Google's locks and its cache from now on. */
  | { readonly do: 'locks'; readonly are: 'there' | 'missing' | 'failing'; readonly callsInAMinute: number }
  /** *Retry problems*, where Google calculates formulas again that it knows or does not; stopped at its n-th effect. */
  | {
      readonly do: 'retry';
      readonly remembers: 'nothing' | 'cell' | 'arguments';
      readonly times: number;
      readonly stopsAt: number | null;
      readonly makesCollectedChanges: boolean;
    }
  | { readonly do: 'cache'; readonly is: 'there' | 'missing' | 'failing' | 'unreadable' };

export type Policy =
  | { readonly mode: 'freely' }
  | { readonly mode: 'daily'; readonly limit: number }
  | { readonly mode: 'onRequest' };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const company = fc.integer({ min: 1, max: 60 });
const input = fc.oneof(
  { weight: 12, arbitrary: company.map((number) => `company-${number}.example`) },
  { weight: 1, arbitrary: company.map((number) => `https://www.company-${number}.example/about`) },
  { weight: 1, arbitrary: company.map((number) => `company-${number}`) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }).map((number) => `nobody-${number}.example`) },
  { weight: 1, arbitrary: fc.constantFrom('', 'not a domain') },
);
const inputs = fc.array(input, { minLength: 1, maxLength: 12 });
const sheet = fc.nat(2);
const row = fc.nat(20);
const span = fc.constantFrom(MINUTE_MS, 11 * MINUTE_MS, 7 * 3_600_000, DAY_MS, 29 * DAY_MS, 31 * DAY_MS, 75 * DAY_MS);

const policy: fc.Arbitrary<Policy> = fc.oneof(
  fc.constant<Policy>({ mode: 'freely' }),
  fc.integer({ min: 0, max: 150 }).map((limit): Policy => ({ mode: 'daily', limit })),
  fc.constant<Policy>({ mode: 'onRequest' }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('fill' as const), sheet, inputs }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fillRun' as const),
      sheet,
      first: fc.integer({ min: 61, max: 1_000 }),
      count: fc.integer({ min: 90, max: 230 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), sheet, row, input }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('sort' as const, 'insert' as const, 'delete' as const), sheet, row }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('duplicate' as const), sheet }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('column' as const),
      sheet,
      formula: fc.constantFrom(...(Object.keys(FORMULAS) as FormulaName[])),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('recalculate' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('reopen' as const), afterMs: span }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), forMs: span }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      byMs: fc.constantFrom(-40 * DAY_MS, -DAY_MS, -2 * 3_600_000, 2 * 3_600_000, DAY_MS, 40 * DAY_MS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('key' as const),
      key: fc.constantFrom('trace_demo', 'trace_org_demo', 'trace_other', 'trace_wrong', ''),
      whileFetchingMs: fc.constantFrom(0, 26, 60, 90, 150, 600),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('user' as const), user: fc.nat(1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('faults' as const),
      faults: fc.array(fc.constantFrom(...MODEL_FAULTS), { minLength: 1, maxLength: 5 }),
      retryAfterSeconds: fc.constantFrom(1, 5, 120),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('credits' as const), left: fc.constantFrom(0, 3, 20, 100_000) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('policy' as const), policy }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('agree' as const), credits: fc.integer({ min: 0, max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash' as const), at: fc.nat(24) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('cancel' as const),
      every: fc.integer({ min: 1, max: 3 }),
      afterMs: fc.integer({ min: 0, max: 120 }),
      again: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('twoFiles' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('retry' as const),
      remembers: fc.constantFrom('nothing' as const, 'cell' as const, 'arguments' as const),
      times: fc.integer({ min: 1, max: 2 }),
      stopsAt: fc.option(fc.nat(60)),
      makesCollectedChanges: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('form' as const),
      sheet,
      form: fc.constantFrom<FormulaForm>('bare', 'wrapped', 'guarded', 'joined', 'unreadable', 'array'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('locks' as const),
      are: fc.constantFrom('there' as const, 'there' as const, 'missing' as const, 'failing' as const),
      callsInAMinute: fc.constantFrom(2, 60, Infinity),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('cache' as const),
      is: fc.constantFrom(
        'there' as const,
        'there' as const,
        'missing' as const,
        'failing' as const,
        'unreadable' as const,
      ),
    }),
  },
);

/** Begins with a column, since nothing can happen without one. */
export const history: fc.Arbitrary<readonly Step[]> = fc
  .tuple(inputs, fc.array(step, { minLength: 2, maxLength: 24 }))
  .map(([first, steps]) => [{ do: 'fill', sheet: 0, inputs: first }, ...steps]);
