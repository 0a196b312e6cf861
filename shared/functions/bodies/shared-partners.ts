import type { FieldAnswer } from '../../cells/answers';
import { cutText, joinCells, MAX_CELL_LENGTH } from '../../cells/table';
import { NO_OPTIONS } from '../../cells/options';
import { MAYBE_MORE } from '../../cells/rows-table';
import type { Cell } from '../../cells/values';
import type { Partner, PartnersRecord } from '../../client/resources/partnerships';
import { toPartnerFields } from './partners';
import { isAmong, namesOf } from './same-partner';

/** Shown below a list that Trace cut. */
const MORE = ` ${MAYBE_MORE}`;

interface Shared {
  /** `null`: an answer has no list. */
  readonly partners: readonly Partner[] | null;
  /** Whether these are all. A partner may be missing from a list that Trace cut. */
  readonly isWhole: boolean;
}

/** The partners that two companies have in common. */
export function sharedOf(one: PartnersRecord, other: PartnersRecord): Shared {
  if (one.partners === null || other.partners === null) return { partners: null, isWhole: false };
  const names = namesOf(other.partners);
  const found = one.partners.map((partner) => isAmong(names, partner));
  return {
    partners: one.partners.filter((_partner, index) => found[index] === true),
    isWhole: isWhole(one) && isWhole(other) && !found.includes(null),
  };
}

/** The shared partners in one cell. A list that may be incomplete says so, and is not counted. */
export function toSharedField(
  one: PartnersRecord,
  other: PartnersRecord,
  field: 'name' | 'count',
  asOfMs: number,
): FieldAnswer {
  const { partners, isWhole } = sharedOf(one, other);
  const record = { ...one, count: partners?.length ?? null, partners };
  const whole = toPartnerFields(record, asOfMs, [field], NO_OPTIONS)[0]!;
  if (isWhole || whole.is === 'one') return isWhole ? whole : { is: 'one', cell: '' };
  const found = whole.cells ?? [];
  return found.length === 0 ? { is: 'many', cells: null } : { is: 'one', cell: withMore(found) };
}

/** Joins names that may be incomplete into one text. */
function withMore(names: readonly Cell[]): string {
  return cutText(joinCells(names, NO_OPTIONS.separator), MAX_CELL_LENGTH - MORE.length) + MORE;
}

/** Removes the note below an incomplete list. */
export function withoutMore(text: string): string {
  return text.replace(/ … (\+\d+|maybe) more$/, '');
}

function isWhole({ partners, count, isPartial }: PartnersRecord): boolean {
  return isPartial !== true && (count === null || count <= (partners?.length ?? 0));
}
