import type { FieldAnswer } from '../cells/answers';
import type { Options, SortOrder } from '../cells/options';
import { dayOf, toDay, type Cell } from '../cells/values';
import { chooseItems, fieldOf, type FilterFields, type Item } from './choose-items';

/** What a function tells of the several values of one company. */
export interface ItemList<I extends Item> {
  /** `null` where it is not known whether there are any. */
  readonly items: readonly I[] | null;
  /** The service's own count of what the filters let through, which a list may not reach; `null` where it tells none. */
  readonly count: number | null;
  /** How many more there are that the service did not give. */
  readonly missing?: number;
  /** Whether there are more than these, so that they cannot be counted here. */
  readonly isCut?: boolean;
  readonly asOfMs: number;
}

/** The fields asked for, all in one order of the values. What the service does not count is counted as it is shown. */
export function toItemFields<I extends Item>(
  list: ItemList<I>,
  fields: readonly string[],
  options: Options,
  filterFields: FilterFields,
  ownOrder: SortOrder,
): readonly FieldAnswer[] {
  const chosen = list.items === null ? null : chooseItems(list.items, options, filterFields, ownOrder);
  const shown = chosen?.slice(0, options.top ?? chosen.length) ?? null;
  const missing = options.top === null ? (list.missing ?? 0) : 0;
  return fields.map((field): FieldAnswer => {
    if (field === 'as_of') return { is: 'one', cell: dayOf(list.asOfMs) };
    if (field === 'count')
      return { is: 'one', cell: list.count ?? (list.isCut === true ? '' : (chosen?.length ?? '')) };
    const cells = shown?.map((item) => toCell(item, field)) ?? null;
    return missing > 0 ? { is: 'many', cells, missing } : { is: 'many', cells };
  });
}

function toCell(item: Item, field: string): Cell {
  const value = fieldOf(item, field);
  if (field.endsWith('_at')) return toDay(value) ?? '';
  return value ?? '';
}
