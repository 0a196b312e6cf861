import type { TypedColumn } from '../../enrich/sheet/run-events';
import { columnName } from './bulk-text';

/** What became of values in columns of tables that have a type. */
export function toTypedColumnText({ column, isText }: TypedColumn): string {
  const name = columnName(column);
  return isText
    ? `Column ${name} has a fixed type. Some values are written there as text.`
    : `Column ${name} has a fixed type. Some values are shown there in its format.`;
}

/** Added to what was said; `''`: there is nothing to add. */
export function withTypedColumns(said: string, columns: readonly TypedColumn[] = []): string {
  return [said, ...columns.map(toTypedColumnText)].join(' ');
}
