import type { Step } from './history';
import { cellsOf, type Cell, type CellPlace, type Sheet } from './workbook';

type Change = Extract<
  Step,
  { do: 'fill' | 'fillRun' | 'edit' | 'sort' | 'insert' | 'delete' | 'duplicate' | 'column' | 'form' }
>;

const MOST_SHEETS = 3;
const MOST_ROWS = 400;
const MOST_COLUMNS = 3;

/** The sheets of one file as users change them, and which cells must be recalculated. */
export class Sheets {
  private readonly sheets: Sheet[] = [{ inputs: [], columns: ['tech'], form: 'bare' }];
  /** The input that each cell was answered for, by sheet, column and row. */
  private readonly answered = new Map<string, string>();

  take(change: Change): void {
    const at = change.sheet % this.sheets.length;
    const sheet = this.sheets[at]!;
    switch (change.do) {
      case 'fill':
        sheet.inputs = [...sheet.inputs, ...change.inputs].slice(0, MOST_ROWS);
        break;
      case 'fillRun': {
        const run = Array.from({ length: change.count }, (_one, index) => `company-${change.first + index}.example`);
        sheet.inputs = [...sheet.inputs, ...run].slice(0, MOST_ROWS);
        break;
      }
      case 'edit':
        if (sheet.inputs.length > 0) sheet.inputs[change.row % sheet.inputs.length] = change.input;
        break;
      case 'sort':
        sheet.inputs = [...sheet.inputs].sort();
        break;
      case 'insert':
        sheet.inputs.splice(change.row % (sheet.inputs.length + 1), 0, '');
        break;
      case 'delete':
        if (sheet.inputs.length > 1) sheet.inputs.splice(change.row % sheet.inputs.length, 1);
        break;
      case 'duplicate':
        if (this.sheets.length < MOST_SHEETS)
          this.sheets.push({ ...sheet, inputs: [...sheet.inputs], columns: [...sheet.columns] });
        break;
      case 'form':
        sheet.form = change.form;
        break;
      case 'column':
        if (sheet.columns.length < MOST_COLUMNS) sheet.columns.push(change.formula);
        break;
    }
  }

  read(): readonly Sheet[] {
    return this.sheets;
  }

  all(): readonly Cell[] {
    return this.sheets.flatMap(cellsOf);
  }

  /** The cells whose input is another than the one they were answered for. */
  changed(): readonly Cell[] {
    return this.all().filter((cell) => this.answered.get(toName(cell)) !== cell.input);
  }

  note(cell: Cell): void {
    this.answered.set(toName(cell), cell.input);
  }
}

export function toName({ sheet, row, column }: CellPlace): string {
  return `${sheet}:${column}:${row}`;
}
