import { toGridCell, type GridCell } from '../../../enrich/sheet/cell-values';
import type { Table } from '../../../cells/values';
import { count, isolated, cut, cellName, columnName } from '../words';
import type { ActiveCell, Inserted, Insertion, BulkHost } from '../../bulk-host';
import type { FunctionId } from '../../../catalogue/index';
import type { TypedColumn } from '../../../enrich/sheet/run-events';
import type { SheetLooks } from '../../added-sheet';

export type InsertedAs = 'formula' | 'values';

/** @param formula `null`: there are only values */
export function toInsertion(place: InsertPlace, table: Table, formula: Formula | null, as: InsertedAs): Insertion {
  const { sheet, row, column } = place;
  const size = { rows: table.length, columns: table[0]?.length ?? 1 };
  const content =
    as === 'formula' && formula !== null ? { formula: toFormulaText(formula) } : { cells: toCells(table) };
  return { sheet, row, column, ...size, content };
}

/** A problem within a table is written as its sentence. */
export function toCells(table: Table): readonly (readonly GridCell[])[] {
  return table.map((row) =>
    row.map((cell): GridCell => {
      const written = toGridCell(cell);
      return written ?? { kind: 'text', text: (cell as Error).message };
    }),
  );
}

/** Such as `Leads!D2`. */
export function placeOf({ sheetName, row, column }: Omit<InsertPlace, 'sheet'>): string {
  return `${isolated(sheetName)}!${cellName(row, column)}`;
}

/** What will be written and where. @param cell the active one; `null`: none */
export function toPlanText(cell: ActiveCell | null, table: Table): string {
  const columns = table[0]?.length ?? 1;
  const size = `${count(table.length, 'row', 'rows')} × ${count(columns, 'column', 'columns')}`;
  if (cell === null || !isBlank(cell)) return `Adds a sheet with ${size}. To insert elsewhere, select an empty cell.`;
  const end = cellName(cell.row + table.length - 1, cell.column + columns - 1);
  return `Fills ${placeOf(cell)}:${end}, ${size}. If a cell there is filled, a sheet is added instead.`;
}

/** What happened. */
export function toInsertedText(place: InsertPlace, table: Table, as: InsertedAs): string {
  const what = as === 'formula' ? 'The formula is' : `${count(table.length, 'row is', 'rows are')}`;
  return `${what} inserted at ${placeOf(place)}.`;
}

const LONGEST_SHOWN = 40;

/** What is in the way. Nothing was written. */
export function toObstacleText(
  { sheetName }: Pick<InsertPlace, 'sheetName'>,
  obstacle: Extract<Inserted, { is: 'inTheWay' }>,
): string {
  const { row, column, value, cells, isBesideTable } = obstacle;
  const text = String(value);
  const blank = isBesideTable ? 'is next to a table, which would grow' : 'is part of a formula or a merged cell';
  const holds = text === '' ? blank : `holds “${isolated(cut(text, LONGEST_SHOWN))}”`;
  const others = cells > 1 ? ` ${count(cells - 1, 'more cell is', 'more cells are')} filled.` : '';
  return `Nothing was inserted: ${placeOf({ sheetName, row, column })} ${holds}.${others} Select an empty cell with room, then insert again.`;
}

/** One call of a function, with texts only. */
export interface Formula {
  readonly id: FunctionId;
  readonly args: readonly string[];
}

/** As it is entered, with commas between its arguments. */
export function toFormulaText({ id, args }: Formula): string {
  return `=${id}(${args.map((text) => `"${text.replace(/"/g, '""')}"`).join(',')})`;
}

/** Options as the functions read them. Values that are `''` are left out. */
export function toOptionsText(options: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(options).filter(([, value]) => value !== '');
  return pairs.map(([name, value]) => `${name}=${quoted(String(value))}`).join('; ');
}

function quoted(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : `'${value.replace(/'/g, "''")}'`;
}

/** What happened to values in table columns that have a type. */
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

/** The first cell of what is inserted. */
export type InsertPlace = Pick<ActiveCell, 'sheet' | 'sheetName' | 'row' | 'column'>;

/** Whether something can be inserted at the active cell. What a person has selected otherwise is left alone. */
export function isBlank({ value, formula }: Pick<ActiveCell, 'value' | 'formula'>): boolean {
  return value === '' && formula === '';
}

/** Room for a domain or a name, which most first columns have. */
const LOOKS: SheetLooks = { widths: [26], formats: [] };

/** Adds a sheet after the others and shows it. Throws what the host throws. */
export async function addSheet(host: Pick<BulkHost, 'addSheet'>, title: string): Promise<InsertPlace> {
  const { sheet, name } = await host.addSheet({ title, rows: [], looks: LOOKS });
  return { sheet, sheetName: name, row: 0, column: 0 };
}
