import { storeKey, toStored } from '../lookup/cache-entry';
import { NOBODY } from '../records/nobody';
import type { Practice } from './practice';

/**
 * The answers as entries of the store for {@link NOBODY}, whose answers are shown while no key is set.
 * @param nowMs since 1970: when they were given
 */
export function toPracticeEntries({ answers }: Practice, nowMs: number): ReadonlyMap<string, string> {
  return new Map(
    answers.map(([kind, identifier, record]) => [
      storeKey(NOBODY.id, kind, identifier),
      toStored(identifier, { is: 'found', record, asOfMs: nowMs }) ?? '',
    ]),
  );
}
