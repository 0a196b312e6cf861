import type { FieldAnswer } from '../cells/answers';
import { dayOf, type Cell } from '../cells/values';
import { toPath } from '../client/request';
import { DAY_MS } from '../days';

/** Where an answer comes from. */
export interface Receipt {
  /** Milliseconds since 1970. */
  readonly asOfMs: number;
  /** Below `/v1`, as TRACE_GET takes it; `null`: unknown. */
  readonly source: string | null;
  /** What the answer cost at most, if nothing of it was free. */
  readonly credits: number;
}

/** https://docs.tracedata.ai/credits/ */
const FREE_DAYS = 30;

/** `null`: it is no field of a receipt. Only what is asked for is made: the others take longer than most fields. */
export function readReceipt(field: string, receipt: Receipt): FieldAnswer | null {
  switch (field) {
    case 'as_of':
      return one(dayOf(receipt.asOfMs));
    case 'free_until':
      return one(dayOf(receipt.asOfMs + FREE_DAYS * DAY_MS));
    case 'source':
      return one(receipt.source ?? '');
    case 'credits':
      return one(receipt.credits);
    default:
      return null;
  }
}

function one(cell: Cell): FieldAnswer {
  return { is: 'one', cell };
}

/** The path of a company, or of its partners. */
export function sourceOf(domain: string | null, slug: string | null, list: '' | '/partnerships' = ''): string | null {
  const identifier = domain ?? slug;
  return identifier === null ? null : toPath(`/companies/{identifier}${list}`, { identifier });
}
