/** How the properties of a spreadsheet are shared out: Google keeps 500 KB in all and 9 KB in one. */

/** In characters; everything written here is ASCII. */
export const BUDGET = {
  /** What formulas have shown. */
  TRACE_SHOWN: 240_000,
  /** The companies that were paid for. */
  TRACE_PAID: 170_000,
  /** The companies that enrichments on another account than the formulas' have paid for. */
  TRACE_GUEST: 24_000,
  /** Today's spending and its account; the policy. */
  TRACE_SPENT: 8_000,
  TRACE_POLICY: 1_000,
} as const;

/** The longest text in one property. */
export const CHUNK_LENGTH = 8_800;
