import type { HttpRequest } from '../../shared/ports';
import { askRowsPage, type Operation } from '../../shared/api';
import type { Known, Settings } from '../known';

/** Why a call is not made, worded to end a sentence. */
export interface Skipped {
  readonly reason: string;
}

/** The cheapest call of one operation. */
export interface Call {
  readonly operation: Operation;
  /** The most that it costs, according to the documented or assumed charge. */
  readonly credits: (settings: Settings) => number;
  /** Set for a call that leaves something behind at Trace, which is made only on request. */
  readonly changes?: true;
  /** Why a call is not made, known before any call: it would cost too much or do nothing useful. */
  readonly skip?: (settings: Settings) => string | null;
  readonly ask: (known: Known, settings: Settings) => HttpRequest | Skipped;
  /** Learns from its answer for later calls. @param body JSON of any shape */
  readonly learn?: (body: unknown, known: Known) => Partial<Known>;
}

export function noCredits(): number {
  return 0;
}

export function oneCredit(): number {
  return 1;
}

/** One row of a list. */
export function askOneRow({ operation, path }: HttpRequest): HttpRequest {
  return askRowsPage({ operation, path, paging: 'page', top: 1, mayBeOne: false }, 1);
}

/** A call, if the value it needs is known. */
export function when<T>(value: T | null, missing: string, ask: (value: T) => HttpRequest): HttpRequest | Skipped {
  return value === null ? { reason: missing } : ask(value);
}
