import fc from 'fast-check';
import type { User } from '../../fakes/apps-script/user';
import type { Policy } from '../../fakes/days-of-spending';
import { hostileFormula, type Typed } from '../../fakes/hostile-formulas';
import type { SandboxFault } from '../../fakes/sandbox-process';

/** What editors and misfortune do to a spreadsheet whose owner has set a limit. */

/** What befalls the next calculation. */
export type Trouble =
  | { readonly is: 'faults'; readonly faults: readonly SandboxFault[] }
  /** Each request takes so long. */
  | { readonly is: 'late'; readonly takesMs: number; readonly honoursTimeout: boolean }
  /** Google ends each run after so many calls, counted from its first request where it makes one. */
  | { readonly is: 'kill'; readonly afterCalls: number; readonly isFromRequest: boolean };

export type Step =
  | { readonly do: 'type'; readonly formula: Typed; readonly isFilled: boolean; readonly trouble: Trouble | null }
  | { readonly do: 'recalculate' | 'forgetCache' | 'removeTrace' }
  | { readonly do: 'fetchWaiting'; readonly credits: number; readonly by: User }
  | { readonly do: 'ownerLimit'; readonly credits: number }
  /** An editor sets it. */
  | { readonly do: 'policy'; readonly policy: Policy }
  | { readonly do: 'store'; readonly is: 'there' | 'full' | 'failing' }
  | { readonly do: 'lock'; readonly is: 'there' | 'missing' | 'failing' | 'taken' }
  | { readonly do: 'cache'; readonly is: 'there' | 'missing' | 'failing' }
  | { readonly do: 'pass'; readonly ms: number }
  /** Ten seconds before the day ends (UTC). */
  | { readonly do: 'evening' };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const LIMITS = [0, 1, 3, 10, 10, 20, 45, 130, 260];

const CHARGED: readonly SandboxFault['fault'][] = ['cut-off-body', 'malformed-json', 'empty-body', 'different-shapes'];
const BATCHES: readonly SandboxFault['fault'][] = ['results-dropped', 'results-doubled', 'results-shuffled'];
const NOT_DONE: readonly SandboxFault['fault'][] = [
  'bad-gateway',
  'server-error',
  'dropped-connection',
  'rate-limited',
];
const fault: fc.Arbitrary<SandboxFault> = fc.record({
  fault: fc.constantFrom(
    ...CHARGED,
    ...CHARGED,
    ...CHARGED,
    ...CHARGED,
    ...BATCHES,
    ...NOT_DONE,
    'credits-out',
    'assumed-routes-missing',
  ),
  times: fc.constantFrom(1, 3, 6, 6),
});
export const limit = fc.constantFrom(...LIMITS);
export const policy = fc.oneof(
  fc.constant<Policy>({ mode: 'freely' }),
  limit.map((credits): Policy => ({ mode: 'daily', limit: credits })),
  fc.constant<Policy>({ mode: 'onRequest' }),
);

const faults: fc.Arbitrary<Trouble> = fc.record({
  is: fc.constant('faults' as const),
  faults: fc.array(fault, { minLength: 1, maxLength: 2 }),
});
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  faults,
  faults,
  fc.record({
    is: fc.constant('late' as const),
    takesMs: fc.constantFrom(7_000, 19_000, 27_000, 40_000),
    honoursTimeout: fc.boolean(),
  }),
  fc.record({
    is: fc.constant('kill' as const),
    afterCalls: fc.integer({ min: 1, max: 20 }),
    isFromRequest: fc.boolean(),
  }),
);

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      formula: hostileFormula,
      isFilled: fc.boolean(),
      trouble: fc.option(trouble),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'recalculate' as const,
        'recalculate' as const,
        'forgetCache' as const,
        'removeTrace' as const,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fetchWaiting' as const),
      credits: fc.constantFrom(0, 1, 5, 40, 1_000),
      by: fc.constantFrom('owner' as const, 'editor' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('ownerLimit' as const), credits: limit }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('policy' as const), policy }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('store' as const),
      is: fc.constantFrom('there' as const, 'full' as const, 'failing' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('lock' as const),
      is: fc.constantFrom('there' as const, 'there' as const, 'missing' as const, 'failing' as const, 'taken' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('cache' as const),
      is: fc.constantFrom('there' as const, 'missing' as const, 'failing' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(MINUTE_MS, 11 * MINUTE_MS, DAY_MS, 30 * DAY_MS - HOUR_MS, 31 * DAY_MS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('evening' as const) }) },
);
