import type { ColumnRead, GridCell, GridValue, SheetPort } from '../../shared/ports';
import type { Planned } from '../bulk-run';

/** The same as in an enrichment. */
const CELLS_AT_ONCE = 50_000;
const BLOCK = 1_000;

type Plan = Pick<Planned['planned'], 'sheet' | 'input' | 'targets' | 'selected'>;
interface Ports {
  readonly sheet: SheetPort;
}

/** What the columns of an enrichment hold, from the first row of the sheet. */
export interface Columns {
  readonly input: readonly GridValue[];
  readonly targets: readonly (readonly GridValue[])[];
}

export async function readOnce(ports: Ports, { sheet, input, targets, selected }: Plan): Promise<Columns> {
  const all = [input.column, ...targets.map(({ column }) => column)];
  const rows = selected[selected.length - 1]!.row + 1;
  const most = Math.floor(CELLS_AT_ONCE / all.length);
  const values = all.map((): GridValue[] => []);
  for (let row = 0; row < rows; row += most) {
    const part = { sheet: sheet.id, row, rows: Math.min(most, rows - row), columns: all, withFormats: true };
    const read: readonly ColumnRead[] = (await ports.sheet.read(part)).columns;
    for (const [at, column] of read.entries()) for (const value of column.values) values[at]!.push(value);
  }
  const [inputs, ...own] = values;
  return { input: inputs!, targets: own };
}

export async function writeOnce(
  ports: Ports,
  { sheet, input, targets, selected }: Plan,
  read: Columns,
  toCell: (row: number, target: number) => GridCell,
): Promise<void> {
  for (let from = 0; from < selected.length; from += BLOCK) {
    const block = selected.slice(from, from + BLOCK).map(({ row }) => row);
    const { moved } = await ports.sheet.write({
      sheet: sheet.id,
      rows: block,
      columns: targets.map(({ column }) => column),
      cells: block.map((row) => targets.map((_target, at) => toCell(row, at))),
      guard: {
        input: { column: input.column, values: block.map((row): GridValue => read.input[row]!) },
        before: block.map((row) => read.targets.map((column): GridValue => column[row]!)),
      },
    });
    if (moved.length > 0) throw new Error('rows have moved');
  }
}
