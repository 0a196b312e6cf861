import type { FieldAnswer } from '../../cells/answers';
import type { Options, SortOrder } from '../../cells/options';
import { toDay, type Cell } from '../../cells/values';
import { chooseItems, fieldOf, type FilterFields, type Item } from './choose-items';
import { type AnswerReceipt, receiptAnswer } from '../answer-inputs';

/** The values of one company that a function shows. */
interface ItemList<I extends Item> {
  /** `null` if it is unknown whether there are any. */
  readonly items: readonly I[] | null;
  /** The service's own count of the values that pass the filters, which may exceed the list; `null`: not given. */
  readonly count: number | null;
  /** How many more values exist that the service did not return. */
  readonly missing?: number;
  /** Whether more values exist, so that they cannot be counted here. */
  readonly isCut?: boolean;
  readonly receipt: AnswerReceipt;
}

/**
 * The requested fields, with all values in one order. If the service gives no count, the shown values are counted.
 */
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
    const told = receiptAnswer(field, () => list.receipt);
    if (told !== null) return told;
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
