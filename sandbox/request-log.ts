import type { KeyClass } from './api-keys';

/** One request, for tests. It never contains a key. */
export interface LogEntry {
  /** The operation of the route; `null` if the path or method has none. */
  readonly operation: string | null;
  readonly method: string;
  /** Includes the query. */
  readonly path: string;
  /** `null` until there is an answer, and forever if the connection was dropped. */
  readonly status: number | null;
  /** How many domains the request's body has. */
  readonly domains?: number;
  readonly credits: number;
  /** `null` for a missing or unknown key. */
  readonly keyClass: KeyClass | null;
  /** The faults that affected this request. */
  readonly faults: readonly string[];
}

/** Older ones are dropped, because a sandbox may run for days. */
const MAX_ENTRIES = 20_000;

/** Matches anything in an address that looks like a key, which does not belong there. */
const KEY_IN_PATH = /trace_[^&/?#]*/g;

/** The requests to `/v1`, oldest first. */
export class RequestLog {
  private readonly entries: LogEntry[] = [];

  begin(request: Pick<LogEntry, 'operation' | 'method' | 'path' | 'keyClass'>): OpenLogEntry {
    const path = request.path.replace(KEY_IN_PATH, 'trace_…');
    const entry: OpenLogEntry = { ...request, path, status: null, credits: 0, faults: [] };
    this.entries.push(entry);
    if (this.entries.length > MAX_ENTRIES) this.entries.shift();
    return entry;
  }

  read(): readonly LogEntry[] {
    return this.entries;
  }
}

/** The entry of a request that is still being answered. */
export interface OpenLogEntry extends LogEntry {
  status: number | null;
  domains?: number;
  credits: number;
  faults: readonly string[];
}
