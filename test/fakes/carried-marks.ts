/** What a host may do to the marks on its columns: docs/decisions/2026-11-26-column-anchors.md says what nobody tells of. */
export interface MarkHabits {
  /** Cells that are cut and pasted take the marks of their column along. */
  cutCarries: boolean;
  /** Cells that are pasted over a column break its marks. */
  pasteOntoBreaks: boolean;
  /** A copied column bears the marks too. */
  copyCarries: boolean;
  /** A duplicated sheet bears the marks too. */
  duplicateCarries: boolean;
  /** When a person undoes the deletion of a column, its marks are back. */
  undoBringsBack: boolean;
  /** A mark whose column is gone stays, and leads nowhere. */
  readonly keepsBroken: boolean;
}

/** Google's developer metadata. What is open is set to what would do most harm. */
export const METADATA_HABITS: MarkHabits = {
  cutCarries: false,
  pasteOntoBreaks: false,
  copyCarries: true,
  duplicateCarries: true,
  undoBringsBack: false,
  keepsBroken: false,
};

/** Excel's names with the workbook's scope: each is there once. */
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
  /** From 0; `null`: nowhere any more. */
  readonly column: number | null;
  readonly what: T;
}

/** Marks on the columns of a file, moved as its host moves them. A person's edits are told to it as they happen. */
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

  /** The deletion of the column that was deleted last is undone. */
  broughtBack(sheet: string, at: number): void {
    this.inserted(sheet, at);
    if (!this.habits.undoBringsBack) return;
    this.removeWhere(({ column, what }) => column === null && this.gone.some((mark) => mark.what === what));
    this.marks = [...this.marks, ...this.gone];
  }

  /** @param to where the column stands afterwards */
  dragged(sheet: string, from: number, to: number): void {
    this.move(sheet, (column) => {
      if (column === from) return to;
      const rest = column > from ? column - 1 : column;
      return rest >= to ? rest + 1 : rest;
    });
  }

  /** The cells of a column were cut and pasted over another one, which stands where it stood. */
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

  /** The sheet has another id from now on. */
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
