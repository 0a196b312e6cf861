import type { ColumnAnchors, ColumnMark, FoundMark, MarkedRows } from '../../shared/enrich/sheet/column-anchors';
import { METADATA_HABITS, type MarkHabits } from './carried-marks';

interface Marked extends Omit<FoundMark, 'column'> {
  readonly run: string;
  /** The cells of its column, by which it is recognized wherever the user moves it. */
  cells: Set<object>;
}

/** The rows of an in-memory grid, whose cells stay the same objects wherever they are moved. */
type Rows = readonly (readonly object[])[];

/** The marks of enrichments on an in-memory grid: they follow the cells of their columns. */
export class MemoryAnchors implements ColumnAnchors {
  readonly habits: MarkHabits = { ...METADATA_HABITS };
  /** What the host throws if it refuses a mark; `null`: it accepts them. */
  refusal: Error | null = null;
  /** How often marks were searched for. */
  finds = 0;
  private marks: Marked[] = [];

  /** @param makeCell makes sure that a cell exists */
  constructor(
    private readonly rows: (sheet: string) => Rows,
    private readonly makeCell: (row: number, column: number) => object,
  ) {}

  async put(run: string, sheet: string, marks: readonly ColumnMark[], { first }: MarkedRows): Promise<void> {
    if (this.refusal !== null) throw this.refusal;
    await this.remove(run);
    for (const { name, column } of marks) {
      this.marks.push({ run, name, sheet, cells: new Set([this.makeCell(first, column)]) });
    }
    this.refresh();
  }

  async find(run: string, names: readonly string[]): Promise<readonly FoundMark[]> {
    this.finds += 1;
    return this.all(run).filter(({ name }) => names.includes(name));
  }

  async remove(run: string | null): Promise<void> {
    this.marks = this.marks.filter((mark) => run !== null && mark.run !== run);
  }

  /** The marks of an enrichment, wherever they are. */
  all(run: string | undefined): readonly FoundMark[] {
    this.refresh();
    return this.marks.flatMap((mark) => {
      if (mark.run !== run) return [];
      const column = this.columnOf(mark);
      return column >= 0 ? [{ name: mark.name, sheet: mark.sheet, column }] : [];
    });
  }

  /** Adds new and written cells to their column. */
  refresh(): void {
    for (const mark of this.marks) {
      const column = this.columnOf(mark);
      if (column < 0) continue;
      for (const cells of this.rows(mark.sheet)) if (cells[column] !== undefined) mark.cells.add(cells[column]);
    }
  }

  /** A column was copied to another place. */
  copied(from: number, onto: number): void {
    if (this.habits.copyCarries) this.double(from, onto, 'sheet-1');
  }

  /** The cells of a column were cut and pasted over another one. Call this before, and `done` after. */
  cut(from: number, onto: number): { done(): void } {
    const bearers = this.marks.filter((mark) => this.columnOf(mark) === from);
    const covered = this.marks.filter((mark) => this.columnOf(mark) === onto);
    const { cutCarries, pasteOntoBreaks } = this.habits;
    return {
      done: () => {
        if (!cutCarries) for (const mark of bearers) this.bind(mark, from);
        for (const mark of covered) {
          if (pasteOntoBreaks) this.marks = this.marks.filter((each) => each !== mark);
          else this.bind(mark, onto);
        }
      },
    };
  }

  /** Restores a deleted column. */
  broughtBack(column: number): void {
    if (!this.habits.undoBringsBack) this.takeAway(column);
  }

  /** The sheet was duplicated. */
  duplicated(copy: string): void {
    if (!this.habits.duplicateCarries) return;
    const copies = this.marks.map((mark) => ({ mark: { ...mark, sheet: copy }, column: this.columnOf(mark) }));
    for (const { mark, column } of copies) this.bind(mark, column);
    this.marks.push(...copies.map(({ mark }) => mark));
  }

  /** Removes a mark, as another user would. */
  takeAway(column: number): void {
    this.marks = this.marks.filter((mark) => this.columnOf(mark) !== column);
  }

  /** Copies or moves the marks of a column to another one, as another user would. */
  forge(from: number, onto: number, isMoved: boolean): void {
    this.double(from, onto, 'sheet-1');
    if (isMoved) this.takeAway(from);
  }

  private double(from: number, onto: number, sheet: string): void {
    for (const mark of this.marks.filter((each) => this.columnOf(each) === from)) {
      const copy = { ...mark, sheet };
      this.bind(copy, onto);
      this.marks.push(copy);
    }
  }

  private bind(mark: Marked, column: number): void {
    mark.cells = new Set(this.rows(mark.sheet).flatMap((cells) => cells[column] ?? []));
  }

  private columnOf({ cells, sheet }: Marked): number {
    for (const row of this.rows(sheet)) {
      const column = row.findIndex((cell) => cells.has(cell));
      if (column >= 0) return column;
    }
    return -1;
  }
}
