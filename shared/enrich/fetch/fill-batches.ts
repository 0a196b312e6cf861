import { BATCH_SIZE } from '../../lookup/read-replies';
import type { Need } from '../plan/column-spec';
import type { Outcomes } from './fetch-kind';

/** Ten requests. */
export const COMPANIES_AT_ONCE = 1_000;

/**
 * How many companies the next rows may name where their price is unknown and nothing is fetched ahead: as many as rows are done,
 * so that the first rows show soon and later requests still go ten at once.
 */
export function companiesNext(done: number): number {
  return Math.min(COMPANIES_AT_ONCE, Math.max(BATCH_SIZE, done - (done % BATCH_SIZE)));
}

export interface Choosing {
  readonly need: Need;
  /** Fresh saved answers, which need no request or fewer. */
  readonly known: Outcomes;
  readonly next: ReadonlySet<string>;
  readonly isEnd: boolean;
}

/** The first companies, in order, that fill whole requests, as long as more rows follow. */
export function chooseIdentifiers(open: readonly string[], { need, known, next, isEnd }: Choosing): readonly string[] {
  const chosen: string[] = [];
  const batched: string[] = [];
  let asked = 0;
  for (const identifier of open) {
    const isKnown = known.has(identifier);
    if (!isKnown && asked === COMPANIES_AT_ONCE) break;
    chosen.push(identifier);
    if (isKnown) continue;
    asked += 1;
    if (need !== 'typed' && identifier.includes('.')) batched.push(identifier);
  }
  const surplus = batched.length % BATCH_SIZE;
  if (surplus === 0 || (isEnd && chosen.length === open.length)) return chosen;
  // Nothing is left to fill the request, and a row would be put off for ever.
  if (batched.length < BATCH_SIZE && batched.some((identifier) => next.has(identifier))) return chosen;
  const putOff = new Set(batched.slice(batched.length - surplus));
  return chosen.filter((identifier) => !putOff.has(identifier));
}
