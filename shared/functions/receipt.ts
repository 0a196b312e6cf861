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

/** `null`: it is no field of a receipt. */
export function readReceipt(field: string, { asOfMs, source, credits }: Receipt): FieldAnswer | null {
  const cell: Cell | undefined = {
    as_of: dayOf(asOfMs),
    free_until: dayOf(asOfMs + FREE_DAYS * DAY_MS),
    source: source ?? '',
    credits,
  }[field];
  return cell === undefined ? null : { is: 'one', cell };
}

/** The path of a company, or of its partners. */
export function sourceOf(domain: string | null, slug: string | null, list: '' | '/partnerships' = ''): string | null {
  const identifier = domain ?? slug;
  return identifier === null ? null : toPath(`/companies/{identifier}${list}`, { identifier });
}
