import { type FunctionId, readFormulaCall } from '../../../shared/formulas';
import { columnName } from '../../../shared/freeze';
import { FakeSheet } from './sheet';

/** Answers a formula with a table. @param received its arguments and, last, its cell */
export type AnswerFormula = (id: FunctionId, received: readonly unknown[]) => Promise<unknown[][]>;

const ERROR = /^#\S+$/;

/**
 * One sheet whose Trace formulas the add-in's own functions answer, as in Excel: a formula is calculated when it is
 * entered, and, if it shows an error, when the file is opened. Texts stay as they were saved, including `#TRACE: …`
 * (`docs/excel.md`). It cannot calculate other formulas, and does not recalculate dependent cells.
 */
export class CalculatingBook extends FakeSheet {
  /** `null`: the file is closed. */
  private answerFormula: AnswerFormula | null = null;
  private pending: Promise<unknown> = Promise.resolve();

  override retry(row: number, column: number): void {
    super.retry(row, column);
    this.calculate(row, column);
  }

  /** Opens the file with the functions of a new page. */
  async open(answerFormula: AnswerFormula): Promise<void> {
    this.answerFormula = answerFormula;
    this.rows.forEach((cells, row) =>
      cells.forEach(({ shown, formula }, column) => {
        if (formula !== undefined && ERROR.test(String(shown))) this.calculate(row, column);
      }),
    );
    await this.answered();
  }

  /** Resolves once every formula has its answer. */
  async answered(): Promise<void> {
    await this.pending;
  }

  private calculate(row: number, column: number): void {
    const { formula = '' } = this.rows[row]![column]!;
    const call = readFormulaCall(formula);
    if (call === null || this.answerFormula === null) throw new Error(`This stand-in cannot calculate ${formula}.`);
    const args = call.args.map((argument) =>
      argument.is === 'value'
        ? [[argument.value ?? null]]
        : this.readValues({
            row: argument.row - 1,
            column: argument.column - 1,
            rowCount: argument.rows,
            columnCount: argument.columns,
          }),
    );
    const address = `${this.name}!${columnName(column)}${row + 1}`;
    this.put(row, column, { formula, shown: '#BUSY!' });
    const answered = this.answerFormula(call.id, [...args, { address }]).then((table) => {
      const shown = table[0]?.[0];
      const isError = typeof shown === 'object' && shown !== null && 'code' in shown;
      this.put(row, column, { formula, shown: isError ? shown.code : shown });
    });
    this.pending = Promise.all([this.pending, answered]);
  }
}
