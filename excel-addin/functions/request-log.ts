import { creditsMissingIn, isRouteMissingIn, type LoggedRequest } from '../../shared/panel';
import type { Exchange, HttpRequest } from '../../shared/ports';
import { onPage } from './on-page';

interface Log {
  readonly requests: LoggedRequest[];
  readonly listeners: Set<() => void>;
}

const KEPT = 50;

/** Shared by two scripts of one page: the functions write it, and the panel reads it. */
const log = onPage('requests', (): Log => ({ requests: [], listeners: new Set() }));

/** Logs a request without the key or any contents. */
export function logRequest(request: HttpRequest, exchange: Exchange, atMs: number, durationMs: number): void {
  log.requests.unshift({
    atMs,
    operation: request.operation,
    outcome: exchange.ok ? exchange.response.status : exchange.reason,
    durationMs,
    creditsMissing: creditsMissingIn(exchange),
    isRouteMissing: isRouteMissingIn(exchange),
  });
  log.requests.splice(KEPT);
  for (const listener of log.listeners) listener();
}

/** Newest first. */
export function readRequestLog(): readonly LoggedRequest[] {
  return [...log.requests];
}

/** Calls back after each request. Returns a function that unsubscribes. */
export function onRequest(listener: () => void): () => void {
  log.listeners.add(listener);
  return () => void log.listeners.delete(listener);
}
