import type { ExcelPage } from './excel-page';
import type { Step } from './history';
import { FORMULAS, type Cell } from './workbook';

/** What one cell came to. */
interface Asked {
  readonly cell: Cell;
  shown: string | null;
  isGivenUp: boolean;
  cancel(): void;
}

/** The cells of one calculation, as Excel asks for them and gives them up. */
export class AskedCells {
  private readonly all: Asked[] = [];

  ask(page: ExcelPage, cell: Cell): void {
    const { id, more } = FORMULAS[cell.formula];
    const args = [cell.input === '' ? null : cell.input, ...more].map((text) => [[text]]);
    const { shown, cancel } = page.call(id, args);
    const asked: Asked = { cell, shown: null, isGivenUp: false, cancel };
    void shown.then((text) => (asked.shown = text));
    this.all.push(asked);
  }

  /** Excel gives up cells whose arguments change, and asks again. @param first how many of them it may give up */
  giveUp(page: ExcelPage, first: number, { every, again }: Extract<Step, { do: 'cancel' }>): void {
    for (const [index, asked] of this.all.slice(0, first).entries()) {
      if (index % every !== 0) continue;
      asked.isGivenUp = true;
      asked.cancel();
      if (again) this.ask(page, asked.cell);
    }
  }

  /** What those show that were not given up; `null`: nothing yet. */
  shown(): readonly (readonly [Cell, string | null])[] {
    return this.all.filter(({ isGivenUp }) => !isGivenUp).map(({ cell, shown }) => [cell, shown] as const);
  }
}
