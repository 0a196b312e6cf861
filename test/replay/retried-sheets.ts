import { withoutRefresh } from '../../apps-script/retry/refresh-argument';
import { SheetGrid } from '../fakes/apps-script/sheet/sheet-grid';
import { FIRST_ROW, formulaIn } from './active-sheet';
import type { Step } from './history';
import type { CellPlace, Sheet } from './workbook';

type Remembers = Extract<Step, { do: 'retry' }>['remembers'];

const LOADING = 'Loading...';

/**
 * Google's cells as they stand before *Retry problems*, and what may have become of them afterwards: no formula is lost,
 * or another for good, and nothing else is written.
 */
export class RetriedSheets {
  readonly grids: readonly SheetGrid[];
  private readonly formulas: readonly Readonly<Record<string, string>>[];
  private before: readonly ReadonlyMap<string, unknown>[] = [];

  /** @param shownIn what a cell shows; `null`: it is calculated */
  constructor(
    private readonly sheets: readonly Sheet[],
    private readonly remembers: Remembers,
    private readonly shownIn: (cell: CellPlace) => string | null,
  ) {
    this.grids = sheets.map((_sheet, at) => this.make(at));
    this.formulas = this.grids.map((grid) => grid.formulas());
    this.note();
  }

  /** Each formula shows what it has been answered meanwhile. */
  answer(): void {
    this.grids.forEach((grid, at) => {
      for (const place of grid.waiting()) {
        const table = this.tableOf(at, place.row, place.column);
        if (table !== null) grid.answer(place, table);
      }
    });
    this.note();
  }

  /** The cells whose formulas wait. */
  waiting(): readonly CellPlace[] {
    return this.grids.flatMap((grid, sheet) =>
      grid.waiting().map(({ row, column }) => ({ sheet, row: row - FIRST_ROW, column: column - 2 })),
    );
  }

  /**
   * @param isWhole whether the retry was not ended, so that every problem is recalculated
   * @returns what was broken
   */
  broken(isWhole: boolean): string | null {
    for (const [at, grid] of this.grids.entries()) {
      const now = grid.formulas();
      for (const [place, formula] of Object.entries(this.formulas[at]!)) {
        const is = now[place] ?? '';
        if (withoutRefresh(is) !== formula) return `${at}:${place} is ${is}, and was ${formula}`;
      }
      if (Object.keys(now).length !== Object.keys(this.formulas[at]!).length) return `sheet ${at} has other formulas`;
      const changed = this.changedIn(at, isWhole);
      if (changed !== null) return changed;
    }
    return null;
  }

  /** Whether a call may show at once what the same one has answered in another cell. */
  private get knowsCalls(): boolean {
    return this.remembers === 'arguments';
  }

  private changedIn(at: number, isWhole: boolean): string | null {
    const grid = this.grids[at]!;
    const before = this.before[at]!;
    const { form, inputs } = this.sheets[at]!;
    for (const [key, value] of before) {
      const [row = 0, column = 0] = key.split(':').map(Number);
      const isTable = form === 'array' && column > 1;
      const shown = isTable ? inputs.map((_input, index) => before.get(`${FIRST_ROW + index}:${column}`)) : [value];
      const [is, own] = [grid.value({ row, column }), grid.value({ row: isTable ? FIRST_ROW : row, column })];
      if (column === 1 || !shown.some(isProblem)) {
        if (is !== value) return `${at}:${key} shows ${String(is)}, and showed ${String(value)}`;
      } else if (isWhole && own !== LOADING && !(this.knowsCalls && !isProblem(own)))
        return `${at}:${key} is not calculated again, and shows ${String(own)}`;
    }
    return null;
  }

  private note(): void {
    this.before = this.grids.map(
      (grid) => new Map(grid.places().map((place) => [`${place.row}:${place.column}`, grid.value(place)])),
    );
  }

  private make(at: number): SheetGrid {
    const sheet = this.sheets[at]!;
    const grid = new SheetGrid(at, `Sheet${at + 1}`);
    grid.memory.remembers = this.remembers;
    sheet.inputs.forEach((input, row) => grid.hold({ row: FIRST_ROW + row, column: 1 }, input));
    sheet.columns.forEach((_name, index) => {
      for (let row = FIRST_ROW; row < FIRST_ROW + sheet.inputs.length; row += 1) {
        const formula = formulaIn(sheet, row, index + 2);
        if (formula === '') continue;
        grid.put({ row, column: index + 2 }, formula);
        const table = this.tableOf(at, row, index + 2);
        if (table !== null) grid.answer({ row, column: index + 2 }, table);
      }
    });
    return grid;
  }

  private tableOf(at: number, row: number, column: number): readonly (readonly string[])[] | null {
    const sheet = this.sheets[at]!;
    const rows = sheet.form === 'array' ? sheet.inputs.length : 1;
    const shown = Array.from({ length: rows }, (_row, index) =>
      this.shownIn({ sheet: at, row: row - FIRST_ROW + index, column: column - 2 }),
    );
    return shown.includes(null) ? null : shown.map((text) => [text!]);
  }
}

function isProblem(value: unknown): boolean {
  return value === LOADING || String(value).startsWith('#TRACE: ');
}
