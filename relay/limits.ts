/** The limits of one server for all its clients. Tests use smaller ones, so that nothing has to be waited for. */
export interface RelayLimits {
  readonly maxRequestBytes: number;
  /** All bodies together that are being received, wait for their turn or are being sent. */
  readonly maxHeldBytes: number;
  /** The part of these bytes that one address may use, which leaves room for others. */
  readonly maxHeldBytesASource: number;
  /** After decompression. */
  readonly maxAnswerBytes: number;
  /** How long a request's body may take to arrive, and how long a client may pause while it reads an answer. */
  readonly slowMs: number;
  /** Longer than the client waits, so that users read the client's own sentence. */
  readonly upstreamMs: number;
  readonly upstreamAtOnce: number;
  /** How many requests wait for a free slot, and how long. */
  readonly maxWaiting: number;
  readonly waitMs: number;
  /** How long requests in progress may take when a server is stopped. */
  readonly finishMs: number;
  /** Refusals from one address within a minute, after which keys that have never worked must wait. */
  readonly refusalsAMinute: number;
}

const MEBIBYTE = 1024 * 1024;

export const LIMITS: RelayLimits = {
  maxRequestBytes: MEBIBYTE,
  maxHeldBytes: 64 * MEBIBYTE,
  maxHeldBytesASource: 16 * MEBIBYTE,
  maxAnswerBytes: 20 * MEBIBYTE,
  slowMs: 30_000,
  upstreamMs: 60_000,
  upstreamAtOnce: 100,
  maxWaiting: 500,
  waitMs: 10_000,
  finishMs: 10_000,
  refusalsAMinute: 10,
};
