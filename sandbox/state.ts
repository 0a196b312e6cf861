import { Clock } from './clock';
import { FaultSwitch } from './fault-switch';
import { FlagBook } from './flag-book';
import { JobBook } from './job-book';
import { Ledger } from './ledger';
import { ListBook } from './lists/list-book';
import { RateLimiter } from './rate-limiter';
import { RequestLog } from './request-log';

export interface SandboxOptions {
  /** In milliseconds since 1970, as `Date.now`. */
  readonly now?: () => number;
  /** The organization's balance. */
  readonly credits?: number;
  readonly rateLimitPerMinute?: number;
}

const DEFAULT_CREDITS = 100_000;
/** Well above normal use, as https://docs.tracedata.ai/credits/ says of the real limit. */
const DEFAULT_RATE_LIMIT_PER_MINUTE = 6_000;

/** Everything that a sandbox stores between two resets. */
export interface SandboxBooks {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly limiter: RateLimiter;
  readonly faults: FaultSwitch;
  readonly log: RequestLog;
  readonly jobs: JobBook;
  readonly flags: FlagBook;
  readonly lists: ListBook;
}

export class SandboxState {
  books: SandboxBooks;

  constructor(private readonly options: SandboxOptions) {
    this.books = openBooks(options);
  }

  /** Restores the initial state, except for the given settings. */
  reset(otherwise: Omit<SandboxOptions, 'now'>): void {
    this.books = openBooks({ ...this.options, ...otherwise });
  }
}

function openBooks({ now = Date.now, credits, rateLimitPerMinute }: SandboxOptions): SandboxBooks {
  return {
    clock: new Clock(now),
    ledger: new Ledger(credits ?? DEFAULT_CREDITS),
    limiter: new RateLimiter(rateLimitPerMinute ?? DEFAULT_RATE_LIMIT_PER_MINUTE),
    faults: new FaultSwitch(),
    log: new RequestLog(),
    jobs: new JobBook(),
    flags: new FlagBook(),
    lists: new ListBook(),
  };
}
