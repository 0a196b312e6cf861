import { firstOf, readObject } from '../json';
import { readerOf, type RecordOf } from '../read-record';
import { also, id, integer, object, text } from '../schema';

export const flag = object({ flag_id: also(id(integer), 'id'), company_id: id(integer), status: text });

/** A flag, as the service confirms it: https://docs.tracedata.ai/api/data-flags/. `null` for what it does not say. */
export type Flag = Readonly<RecordOf<typeof flag>>;

const read = readerOf(flag);

/** A flag, bare or wrapped in `data` or `flag`. */
export function readFlag(body: unknown): Flag {
  const outer = readObject(body) ?? {};
  return read(readObject(firstOf(outer, ['data', 'flag'])) ?? outer);
}
