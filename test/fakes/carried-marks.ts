/**
 * What a host may do to the marks on its columns: docs/decisions/2026-11-26-column-anchors.md lists what is
 * undocumented.
 */
export interface MarkHabits {
  /** Cut and pasted cells carry the marks of their column. */
  cutCarries: boolean;
  /** Cells pasted over a column break its marks. */
  pasteOntoBreaks: boolean;
  /** A copied column has the marks too. */
  copyCarries: boolean;
  /** A duplicated sheet has the marks too. */
  duplicateCarries: boolean;
  /** Undoing the deletion of a column restores its marks. */
  undoBringsBack: boolean;
  /** A mark whose column is gone remains, without a location. */
  readonly keepsBroken: boolean;
}

/** Google's developer metadata. Undocumented habits are set to what would do most harm. */
export const METADATA_HABITS: MarkHabits = {
  cutCarries: false,
  pasteOntoBreaks: false,
  copyCarries: true,
  duplicateCarries: true,
  undoBringsBack: false,
  keepsBroken: false,
};

/** Excel's names with workbook scope: each exists once. */
export const NAME_HABITS: MarkHabits = {
  cutCarries: true,
  pasteOntoBreaks: true,
  copyCarries: false,
  duplicateCarries: false,
  undoBringsBack: false,
  keepsBroken: true,
};

export interface CarriedMark<T> {
  readonly sheet: string;
  /** From 0; `null`: it has no column any more. */
  readonly column: number | null;
  readonly what: T;
}

/** Marks on the columns of a file, moved as its host moves them. Users' edits must be reported as they happen. */
export class CarriedMarks<T> {
  private marks: readonly CarriedMark<T>[] = [];
  private gone: readonly CarriedMark<T>[] = [];

  constructor(readonly habits: MarkHabits) {}

  get all(): readonly CarriedMark<T>[] {
    return this.marks;
  }

  put(sheet: string, column: number, what: T): void {
    this.marks = [...this.marks, { sheet, column, what }];
  }

  removeWhere(isRemoved: (mark: CarriedMark<T>) => boolean): void {
    this.marks = this.marks.filter((mark) => !isRemoved(mark));
  }

  inserted(sheet: string, at: number, count = 1): void {
    this.move(sheet, (column) => (column >= at ? column + count : column));
  }

  deleted(sheet: string, at: number): void {
    this.lose((mark) => mark.sheet === sheet && mark.column === at);
    this.move(sheet, (column) => (column > at ? column - 1 : column));
  }

  /** Undoes the last deletion of a column. */
  broughtBack(sheet: string, at: number): void {
    this.inserted(sheet, at);
    if (!this.habits.undoBringsBack) return;
    this.removeWhere(({ column, what }) => column === null && this.gone.some((mark) => mark.what === what));
    this.marks = [...this.marks, ...this.gone];
  }

  /** @param to the column's position afterwards */
  dragged(sheet: string, from: number, to: number): void {
    this.move(sheet, (column) => {
      if (column === from) return to;
      const rest = column > from ? column - 1 : column;
      return rest >= to ? rest + 1 : rest;
    });
  }

  /** The cells of a column were cut and pasted over another one, which is in the same position. */
  cutOnto(sheet: string, from: number, onto: number): void {
    if (this.habits.pasteOntoBreaks) this.lose((mark) => mark.sheet === sheet && mark.column === onto);
    if (this.habits.cutCarries) this.move(sheet, (column) => (column === from ? onto : column));
  }

  copied(sheet: string, from: number, onto: number): void {
    if (!this.habits.copyCarries) return;
    const own = this.marks.filter((mark) => mark.sheet === sheet && mark.column === from);
    this.marks = [...this.marks, ...own.map((mark) => ({ ...mark, column: onto }))];
  }

  duplicated(sheet: string, copy: string): void {
    if (!this.habits.duplicateCarries) return;
    const own = this.marks.filter((mark) => mark.sheet === sheet);
    this.marks = [...this.marks, ...own.map((mark) => ({ ...mark, sheet: copy }))];
  }

  /** Gives the sheet another id. */
  renumbered(from: string, to: string): void {
    this.marks = this.marks.map((mark) => (mark.sheet === from ? { ...mark, sheet: to } : mark));
  }

  sheetDeleted(sheet: string): void {
    this.lose((mark) => mark.sheet === sheet);
  }

  private move(sheet: string, toColumn: (column: number) => number): void {
    this.marks = this.marks.map((mark) =>
      mark.sheet === sheet && mark.column !== null ? { ...mark, column: toColumn(mark.column) } : mark,
    );
  }

  private lose(isLost: (mark: CarriedMark<T>) => boolean): void {
    this.gone = this.marks.filter(isLost);
    const { keepsBroken } = this.habits;
    this.marks = this.marks.flatMap((mark) => {
      if (!isLost(mark)) return [mark];
      return keepsBroken ? [{ ...mark, column: null }] : [];
    });
  }
}
