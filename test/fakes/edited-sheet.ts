import type { FoundColumn } from '../../shared/frozen/plan-thaw';
import type { ThawPorts } from '../../shared/frozen/ports';
import type { Block, HeldValue, SheetCells } from '../../shared/frozen/sheet-cells';
import type { LinkedSheet } from '../../shared/frozen/named-table';
import { TableLinks } from '../../shared/frozen/table-links';
import { columnName } from '../../shared/cells/column-name';

/**
 * A formula by what it refers to, so that it says what a live one would say wherever its cells are. Signs: `$` for fixed
 * cells; `@` for this row of the table, `T@` with its name, and `H` for a title of it.
 */
export type LiveFormula = readonly (string | readonly [column: string, row: string, signs: string])[];

export interface EditedCell {
  value: HeldValue;
  formula: LiveFormula | null;
  /** The formula that was frozen here, as a live one would be after the edits; `null`: this is a value of the owner's. */
  was: LiveFormula | null;
}

/** One sheet that people edit: rows and columns have names, which they keep wherever they go. */
export class EditedSheet {
  rows: string[] = [];
  columns: string[] = [];
  readonly cells = new Map<string, EditedCell>();
  texts: readonly string[] = [];
  readonly marks: { mark: string; column: string }[] = [];
  /** The name of the table that all rows are in, the first with its titles; `null`: there is none. */
  table: string | null = null;
  private made = 0;

  newName(): string {
    this.made += 1;
    return `n${this.made}`;
  }

  at(row: string, column: string): EditedCell | undefined {
    return this.cells.get(`${row} ${column}`);
  }

  put(row: string, column: string, cell: EditedCell | null): void {
    if (cell === null) this.cells.delete(`${row} ${column}`);
    else this.cells.set(`${row} ${column}`, cell);
  }

  /** How a live formula is written now; `null`: a cell it refers to is gone. */
  write(formula: LiveFormula): string | null {
    let isWhole = true;
    const text = formula.map((part) => {
      if (typeof part === 'string') return part;
      const [column, row] = [this.columns.indexOf(part[0]), this.rows.indexOf(part[1])];
      if (column < 0 || row < 0) isWhole = false;
      if ('T@H'.includes(part[2]) && part[2] !== '') return isWhole ? this.writeLink(part) : '';
      const [one, other] = part[2] === '$' ? ['$', '$'] : ['', ''];
      return `${one}${columnName(Math.max(0, column))}${other}${row + 1}`;
    });
    return isWhole ? text.join('') : null;
  }

  private writeLink([column, , signs]: readonly [string, string, string]): string {
    const title = String(this.at(this.rows[0]!, column)?.value ?? '');
    const bare = /^\w+$/.test(title) ? title : `[${title}]`;
    if (signs === 'H') return `${this.table!}[[#Headers],[${title}]]`;
    return `${signs === '@' ? '' : this.table!}[@${bare}]`;
  }

  read(): SheetCells {
    const cells = this.readCells();
    if (this.table === null) return cells;
    const body: Block = { row: 1, column: 0, rows: this.rows.length - 1, columns: this.columns.length };
    const sheet: LinkedSheet = {
      ...cells,
      tables: [{ name: this.table, body }],
      spillAt: () => undefined,
    };
    return { ...cells, links: new TableLinks(sheet, [sheet]) };
  }

  private readCells(): SheetCells {
    const lines = <T>(of: (cell: EditedCell | undefined) => T): T[][] =>
      this.rows.map((row) => this.columns.map((column) => of(this.at(row, column))));
    return {
      id: '7',
      name: 'Leads',
      formulas: lines((cell) => (cell?.formula ? (this.write(cell.formula) ?? '#REF!') : '')),
      values: lines((cell) => cell?.value ?? ''),
    };
  }

  /** @param put what is called for each formula that is put back */
  ports(put: (row: number, column: number, formula: string) => void = () => undefined): ThawPorts<never> {
    let seed = 1;
    const found = (): FoundColumn[] =>
      this.marks.flatMap(({ mark, column }) => {
        const at = this.columns.indexOf(column);
        return at < 0 ? [] : [{ mark, sheet: '7', column: at }];
      });
    return {
      cells: () => [this.read()],
      look: () => [this.read()],
      readFrozen: () => this.texts,
      keepFrozen: ({ texts }) => void (this.texts = texts),
      findColumns: found,
      markColumns: ({ marks }) => {
        for (const { mark, column } of marks) this.marks.push({ mark, column: this.columns[column]! });
      },
      takesOut: () => null,
      reach: ({ cells }) => cells.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })),
      putValues: ({ cells }) =>
        cells.map(({ row, column }) => {
          const cell = this.at(this.rows[row]!, this.columns[column]!)!;
          [cell.was, cell.formula] = [cell.formula, null];
          return true;
        }),
      putFormulas: ({ cells }) =>
        cells.map(({ row, column, formula }) => {
          put(row, column, formula);
          return true;
        }),
      isTimeUp: () => false,
      random: () => (seed += 1) / 1_000_000,
      toAgree: () => null,
    };
  }
}
