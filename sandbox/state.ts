import { Clock } from './clock';
import { FaultSwitch } from './fault-switch';
import { JobBook } from './job-book';
import { Ledger } from './ledger';
import { ListBook } from './lists/list-book';
import { RequestLog } from './request-log';

export interface SandboxOptions {
  /** In milliseconds since 1970, as `Date.now`. */
  readonly now?: () => number;
  /** The organization's balance. */
  readonly credits?: number;
}

const DEFAULT_CREDITS = 100_000;

/** Everything that a sandbox stores between two resets. */
export interface SandboxBooks {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly faults: FaultSwitch;
  readonly log: RequestLog;
  readonly jobs: JobBook;
  /** How many reports about companies were made: https://docs.tracedata.ai/api/data-flags/. */
  flags: number;
  readonly lists: ListBook;
}

export class SandboxState {
  books: SandboxBooks;

  constructor(private readonly options: SandboxOptions) {
    this.books = openBooks(options);
  }

  /** Restores the initial state, with another balance if one is given. */
  reset(otherwise: Pick<SandboxOptions, 'credits'>): void {
    this.books = openBooks({ ...this.options, ...otherwise });
  }
}

function openBooks({ now = Date.now, credits = DEFAULT_CREDITS }: SandboxOptions): SandboxBooks {
  return {
    clock: new Clock(now),
    ledger: new Ledger(credits),
    faults: new FaultSwitch(),
    log: new RequestLog(),
    jobs: new JobBook(),
    flags: 0,
    lists: new ListBook(),
  };
}
