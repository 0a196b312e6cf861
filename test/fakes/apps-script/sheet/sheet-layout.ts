import type { Place } from './a1';

/** A rectangle of cells, counted from 1. */
export interface Area extends Place {
  readonly rows: number;
  readonly columns: number;
}

export interface Chart {
  readonly is: 'bar';
  readonly area: Area;
  /** How many of its rows are titles; `null`: Google guesses. */
  readonly headers: number | null;
  /** The cell of its corner. */
  readonly corner: Place;
  readonly options: Readonly<Record<string, unknown>>;
}

interface RichText {
  readonly runs: readonly string[];
  /** The link of the whole text; `null`: none, or several. */
  readonly link: string | null;
}

export type ColumnType =
  | { readonly is: 'date' | 'number' | 'text' }
  | { readonly is: 'dropdown'; readonly items: readonly unknown[] };

/** The format of cells that were never formatted. */
const AUTOMATIC = 'General';

/** Everything about a sheet except the contents of its cells. */
export class SheetLayout {
  rows = 1_000;
  columns = 26;
  isHidden = false;
  /** Whether Google adds rows for a result that reaches beyond the last one, as users report, or shows an error. */
  growsWithResults = false;
  /** By `row:column`. */
  formats = new Map<string, string>();
  /** Styles set by users and scripts, by `row:column` and by name. */
  styles = new Map<string, ReadonlyMap<string, string>>();
  /** In pixels, if different from the default. */
  readonly widths = new Map<number, number>();
  readonly merged: Area[] = [];
  /** Texts with runs of several styles, or links, by `row:column`. */
  readonly rich = new Map<string, RichText>();
  readonly hiddenByUser = new Set<number>();
  /** By a filter of the sheet, of a table or of a slicer. */
  hiddenByFilter = new Set<number>();
  /** Hidden by a filter view, for its viewers only. No call reports it. */
  readonly hiddenByView = new Set<number>();
  /** Areas that only the owner may edit. */
  readonly protectedAreas: Area[] = [];
  /** Areas that everyone may edit, if the whole sheet is protected. */
  exceptions: readonly Area[] | null = null;
  /** Cells whose data validation rejects everything, by `row:column`. */
  readonly rejecting = new Set<string>();
  /** Typed columns of tables, from 1, whose formats are fixed. */
  readonly typedColumns = new Map<number, ColumnType>();
  /** Whether they refuse values of another type, or only mark them: Google's guide does not say. */
  refusesOtherTypes = false;
  readonly charts: Chart[] = [];
  frozenRows = 0;

  formatAt({ row, column }: Place): string {
    return this.formats.get(`${row}:${column}`) ?? AUTOMATIC;
  }

  /** Whether a column's type allows a value. The first row of a table contains its titles. A date is a number. */
  takes({ row, column }: Place, value: unknown): boolean {
    const type = this.typedColumns.get(column);
    if (type === undefined || !this.refusesOtherTypes || row === 1 || value === '') return true;
    if (type.is === 'dropdown') return type.items.includes(value);
    return type.is === 'text' || typeof value === 'number';
  }

  /** @param move `null`: the cell is removed */
  moveFormats(move: (at: string) => string | null): void {
    const moved = [...this.formats].map(([at, format]) => [move(at), format] as const);
    this.formats = new Map(moved.filter((entry): entry is readonly [string, string] => entry[0] !== null));
    this.styles = new Map(
      [...this.styles].flatMap(([at, style]) => {
        const to = move(at);
        return to === null ? [] : [[to, style] as const];
      }),
    );
  }

  /** New columns get the formats and the data validation of the column before them. */
  spread(column: number, count: number): void {
    const isIn = (at: string): boolean => at.endsWith(`:${column}`);
    for (let next = column + 1; next <= column + count; next += 1) {
      const toNext = (at: string): string => at.replace(/\d+$/, String(next));
      for (const [at, format] of this.formats) if (isIn(at)) this.formats.set(toNext(at), format);
      for (const at of [...this.rejecting].filter(isIn)) this.rejecting.add(toNext(at));
    }
  }

  isProtected(place: Place): boolean {
    const isClosed = this.exceptions !== null && !this.exceptions.some((area) => isIn(area, place));
    return isClosed || this.protectedAreas.some((area) => isIn(area, place));
  }
}

export function isIn({ row, column, rows, columns }: Area, place: Place): boolean {
  return place.row >= row && place.row < row + rows && place.column >= column && place.column < column + columns;
}
