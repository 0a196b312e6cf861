import type { FilterName } from '../../catalogue/options';
import type { Options, SortOrder } from '../../cells/options';

/** One of several values of a company, keyed by the catalogue's field names. */
export interface Item {
  readonly name: string;
}

/** The texts that a filter compares: whole names or slugs, ignoring case. */
export type FilterFields = Readonly<Partial<Record<FilterName, readonly string[]>>>;

/** The values that pass the filters, in the requested order or the function's default order. */
export function chooseItems<I extends Item>(
  items: readonly I[],
  options: Options,
  filterFields: FilterFields,
  ownOrder: SortOrder,
): readonly I[] {
  const order = options.sort ?? ownOrder;
  return items.filter((item) => passes(item, options, filterFields)).sort((a, b) => compareItems(a, b, order));
}

function passes(item: Item, options: Options, filterFields: FilterFields): boolean {
  for (const [filter, wanted] of options.filters) {
    const values = (filterFields[filter] ?? []).map((field) => String(fieldOf(item, field) ?? '').toLowerCase());
    if (!values.some((value) => wanted.includes(value))) return false;
  }
  return true;
}

/** Missing values come last in either direction; equal ones are ordered by name. */
function compareItems(a: Item, b: Item, order: SortOrder): number {
  const [left, right] = [fieldOf(a, order.field), fieldOf(b, order.field)];
  if (left === null || right === null) return left === right ? compareValues(a.name, b.name) : left === null ? 1 : -1;
  const compared = compareValues(left, right);
  if (compared !== 0) return order.descending ? -compared : compared;
  return order.field === 'name' ? 0 : compareValues(a.name, b.name);
}

/** Gives the same order in every host: it uses no locale. */
function compareValues(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a).toLowerCase(), String(b).toLowerCase()];
  if (left !== right) return left < right ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One field of an item; `null` if it is missing. */
export function fieldOf(item: Item, field: string): string | number | null {
  const value = (item as unknown as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
