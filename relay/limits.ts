/** What one server does for all who ask it. Tests ask for less, so that nothing has to be waited for. */
export interface RelayLimits {
  readonly maxRequestBytes: number;
  /** Of bodies that are being received, wait for their turn or are being sent, all requests together. */
  readonly maxHeldBytes: number;
  /** Of these from one address, so that it leaves room for others. */
  readonly maxHeldBytesASource: number;
  /** Unpacked. */
  readonly maxAnswerBytes: number;
  /** Until a request's body has come, and between two parts of an answer that somebody reads. */
  readonly slowMs: number;
  /** Longer than the client waits, so that people read the client's own sentence. */
  readonly upstreamMs: number;
  readonly upstreamAtOnce: number;
  /** How many requests wait for one of those, and how long. */
  readonly maxWaiting: number;
  readonly waitMs: number;
  /** For what is under way when a server is stopped. */
  readonly finishMs: number;
  /** From one address within a minute, until keys that have not worked yet have to wait. */
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
