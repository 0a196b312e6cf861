import type { FieldAnswer } from '../cells/answers';
import { dayOf, type Cell } from '../cells/values';
import { toPath } from '../client/request';
import { FREE_FOR_MS } from '../days';

/** Where an answer comes from. */
export interface AnswerReceipt {
  /** Milliseconds since 1970. */
  readonly asOfMs: number;
  /** Below `/v1`, as TRACE_GET takes it; `null`: unknown. */
  readonly source: string | null;
  /** What the answer cost at most, if nothing of it was free. */
  readonly credits: number;
}

/**
 * `null`: it is no field of a receipt.
 * @param receipt called for such a field only: most formulas show none
 */
export function receiptAnswer(field: string, receipt: () => AnswerReceipt): FieldAnswer | null {
  const toCell = receiptCell(field);
  return toCell === undefined ? null : { is: 'one', cell: toCell(receipt()) };
}

/** What shows a field of a receipt; `undefined`: it is none. */
export function receiptCell(field: string): ((receipt: AnswerReceipt) => Cell) | undefined {
  return CELLS.get(field);
}

const CELLS = new Map<string, (receipt: AnswerReceipt) => Cell>([
  ['as_of', ({ asOfMs }) => dayOf(asOfMs)],
  ['free_until', ({ asOfMs }) => dayOf(asOfMs + FREE_FOR_MS)],
  ['source', ({ source }) => source ?? ''],
  ['credits', ({ credits }) => credits],
]);

/** The path of a company, or of its partners. */
export function sourceOf(domain: string | null, slug: string | null, list: '' | '/partnerships' = ''): string | null {
  const identifier = domain ?? slug;
  return identifier === null ? null : toPath(`/companies/{identifier}${list}`, { identifier });
}
