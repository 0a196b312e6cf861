import type { Options } from '../../cells/options';
import { toDay } from '../../cells/values';
import type { Technology } from '../../client/resources/companies';
import { TraceError } from '../../errors/trace-error';

/** Fields that show changes, and the date that decides each. */
const DAYS: Readonly<Record<string, 'first_detected_at' | 'last_detected_at'>> = {
  added: 'first_detected_at',
  dropped: 'last_detected_at',
};

/** Throws `sinceMissing` if a formula has one of these fields without `since=`, or the reverse. */
export function requireSince(fields: readonly string[], { since }: Options): void {
  if (fields.some((field) => field in DAYS) !== (since !== null)) throw new TraceError('sinceMissing', {});
}

/**
 * The technologies that a field shows: those first seen on that day or later, or those last seen since then but not
 * on the latest day on which anything of the company was seen. `null`: no technology has such a date, so nothing is
 * known.
 *
 * @param field any field; the result is `undefined` for one that shows no changes
 * @param items all technologies of the company
 */
export function changesIn(
  field: string,
  items: readonly Technology[],
  since: string | null,
): readonly Technology[] | null | undefined {
  const name = DAYS[field];
  if (name === undefined || since === null) return undefined;
  const dayOf = (item: Technology): string => toDay(item[name])?.day ?? '';
  const days = items.map(dayOf);
  const latest = [...days].sort().pop();
  if (latest === '') return null;
  return items.filter((_item, index) => days[index]! >= since && (field === 'added' || days[index]! < latest!));
}
