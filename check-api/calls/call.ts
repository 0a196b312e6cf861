import type { HttpRequest } from '../../shared/ports';
import { askRowsPage, type Operation } from '../../shared/api';
import type { Known, Settings } from '../known';

/** Why a call is not made, in words that end a sentence. */
export interface Skipped {
  readonly reason: string;
}

/** The cheapest call of one operation. */
export interface Call {
  readonly operation: Operation;
  /** The most that it costs, by what is documented or assumed of its charge. */
  readonly credits: (settings: Settings) => number;
  /** A call that leaves something behind at Trace is made only when that was asked for. */
  readonly changes?: true;
  /** Further calls that would cost or do nothing of use are known before any is made. */
  readonly skip?: (settings: Settings) => string | null;
  readonly ask: (known: Known, settings: Settings) => HttpRequest | Skipped;
  /** What its answer tells for later calls. @param body JSON, whatever its shape */
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

/** A call, once what it asks with is known. */
export function when<T>(value: T | null, missing: string, ask: (value: T) => HttpRequest): HttpRequest | Skipped {
  return value === null ? { reason: missing } : ask(value);
}
