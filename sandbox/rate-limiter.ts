import { Refusal, flatError } from './refusal';
import type { Reply } from './reply';

const WINDOW_MS = 60_000;

/** Requests per key and minute. No page documents the number, its error code, or how time is counted. */
export class RateLimiter {
  private readonly windows = new Map<string, { readonly startedAt: number; requests: number }>();

  constructor(private readonly requestsPerMinute: number) {}

  /** Counts a request. Throws a 429 if this minute already had too many. */
  count(apiKey: string, nowMs: number): void {
    let window = this.windows.get(apiKey);
    if (window === undefined || nowMs - window.startedAt >= WINDOW_MS) {
      window = { startedAt: nowMs, requests: 0 };
      this.windows.set(apiKey, window);
    }
    window.requests += 1;
    if (window.requests <= this.requestsPerMinute) return;
    throw new Refusal(rateLimited(Math.ceil((window.startedAt + WINDOW_MS - nowMs) / 1000)));
  }
}

/** https://docs.tracedata.ai/errors/ documents the status, the flat shape and the header; the code is assumed. */
export function rateLimited(retryAfterSeconds: number): Reply {
  const reply = flatError(429, 'rate_limit_exceeded', 'Too many requests. Wait as long as Retry-After says.');
  return { ...reply, headers: { 'retry-after': String(retryAfterSeconds) } };
}
