import fc from 'fast-check';

/** What happens to a request on its way to the service and back. `lost` and `malformed` are charged anyway. */
export type OnItsWay = 'answered' | 'lost' | 'malformed' | 'failed' | 'busy' | 'notSent';

/** An enrichment whose answers get lost, whose page is closed and opened twice, and what its user allows. */
export interface ChargingHistory {
  /** Numbers of companies, row by row; 0 is not tracked. */
  readonly rows: readonly number[];
  readonly limit: number;
  /** What happens to the requests, in order; later ones are answered. */
  readonly requests: readonly OnItsWay[];
  readonly sessions: readonly Session[];
}

/** What happens to one page, at its n-th call to the host. */
export interface Session {
  readonly closes: number | null;
  readonly pauses: number | null;
  /** Another page of the same user takes over. */
  readonly isTakenOver: number | null;
}

const call = fc.option(fc.integer({ min: 1, max: 70 }), { freq: 2 });

/** For a few companies, or for more than fit two requests. */
const rows = fc.oneof(
  { arbitrary: fc.array(fc.nat(6), { minLength: 1, maxLength: 8 }), weight: 6 },
  {
    arbitrary: fc.integer({ min: 101, max: 260 }).map((count) => Array.from({ length: count }, (_row, at) => at % 230)),
    weight: 1,
  },
);

export const chargingHistories: fc.Arbitrary<ChargingHistory> = rows.chain((companies) =>
  fc.record({
    rows: fc.constant(companies),
    limit: fc.nat(new Set(companies).size),
    requests: fc.array(fc.constantFrom<OnItsWay>('answered', 'lost', 'malformed', 'failed', 'busy', 'notSent'), {
      maxLength: 12,
    }),
    sessions: fc.array(fc.record({ closes: call, pauses: call, isTakenOver: call }), { minLength: 1, maxLength: 3 }),
  }),
);
