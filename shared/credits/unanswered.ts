import type { PartnersRecord } from '../client/resources/partnerships';
import type { RowsRecord } from '../client/rows';
import type { TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import type { LookupKind, LookupOutcome, MayCost } from '../records/outcome';
import { rowsOf } from '../records/parts';

/**
 * What a look-up may have cost if its answer was lost or cannot be used, in credits, at most. Only companies that were returned
 * are charged (https://docs.tracedata.ai/credits/). After a lost answer nobody knows whether they were.
 */

/**
 * The doubt about a look-up that ends without a whole answer: each row of its earlier pages was charged, and so was the last
 * page, if that is in doubt. A free list leaves none.
 *
 * @param mostOfLast what the last request costs at most, or all that was reserved if nobody knows how far it came
 * @param isInDoubt whether the service may have charged for it
 * @param earlierRows rows of earlier pages that are not shown
 */
export function doubtOf(mostOfLast: number, isInDoubt: boolean, earlierRows = 0): MayCost {
  const credits = mostOfLast === 0 ? 0 : earlierRows + (isInDoubt ? mostOfLast : 0);
  return credits > 0 ? { inDoubt: credits } : {};
}

/** The doubt about an answer that could not be booked: what was reserved for it, or its rows where these are more. */
export function doubtOfUnbooked(kind: LookupKind, record: unknown, reserved: number): MayCost {
  const rows = kind === 'company' ? 0 : rowsOf(record as RowsRecord | PartnersRecord);
  return { inDoubt: Math.max(reserved, rows) };
}

/** Whether look-ups that broke off may have been charged. */
export function maySpend(error: TraceError): boolean {
  return traitsOf(error).charged !== 'notSent';
}

/** What an outcome may have cost beyond what it shows. */
export function inDoubtOf(outcome: LookupOutcome): number {
  return (outcome as MayCost).inDoubt ?? 0;
}
