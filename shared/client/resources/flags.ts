import { firstOf, readId, readObject, readText } from '../json';

/** A flag, as the service confirms it: https://docs.tracedata.ai/api/data-flags/. `null` for what it does not say. */
export interface Flag {
  readonly flag_id: string | null;
  readonly company_id: string | null;
  readonly status: string | null;
}

/** A flag, bare or wrapped in `data` or `flag`. */
export function readFlag(body: unknown): Flag {
  const outer = readObject(body) ?? {};
  const item = readObject(firstOf(outer, ['data', 'flag'])) ?? outer;
  return {
    flag_id: readId(firstOf(item, ['flag_id', 'id'])),
    company_id: readId(item['company_id']),
    status: readText(item['status']),
  };
}
