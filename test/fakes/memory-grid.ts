import { checkMarks, guardedColumns, isAsFound, stretchesOf } from '../../shared/enrich/sheet/write-guard';
import type { RunEvent } from '../../shared/enrich/sheet/run-events';
import type {
  GridBlock,
  GridWriting,
  HostPorts,
  OwnPort,
  PersonPort,
  RecordPort,
  SheetInfo,
  SheetPort,
  PersonWish,
  WriteResult,
} from '../../shared/enrich/sheet/ports';
import { valueOf, type GridCell, type GridValue } from '../../shared/enrich/sheet/cell-values';
import type { AsyncPerformers } from '../../shared/enrich/core-ports';
import { holderOf } from '../../shared/enrich/record/head';
import { TraceError } from '../../shared/errors/trace-error';
import { MemoryAnchors } from './memory-anchors';
import { MemoryLooks } from './memory-looks';
import type { Asked } from './watched-ports';

interface FakeCell {
  value: GridValue;
  formula?: true;
  merged?: true;
  rich?: true;
  format?: string;
}

/** What undo must restore of a cell besides its value. */
export function dressOf({ format, formula }: FakeCell = { value: '' }): string {
  return `${format ?? 'General'}${formula === true ? ' formula' : ''}`;
}

const COPY = 'sheet-2';
const BLANK: FakeCell = { value: '' };

/** An in-memory sheet that fails as hosts do, with the record of its file. */
export class MemoryGrid {
  name = 'Leads';
  rows: FakeCell[][];
  readonly hidden = new Set<number>();
  readonly protectedRows = new Set<number>();
  isGone = false;
  isFull = false;
  wish: PersonWish = 'goOn';
  /** The contents of the user's own store, by enrichment. */
  readonly spent = new Map<string, string>();
  /** The record of an enrichment: rows of texts. */
  record: (readonly string[])[] | null = null;
  /** Called for each cell that is written. */
  onPut: (row: number, column: number, cell: GridCell) => void = () => undefined;
  /** The marks of enrichments on its columns. */
  readonly anchors = new MemoryAnchors(
    (sheet) => this.rowsOf(sheet),
    (row, column) => this.at(row, column),
  );
  readonly looks = new MemoryLooks((row, column) => this.at(row, column).value);
  readonly events: RunEvent[] = [];
  readonly asked: Asked['ask'][] = [];
  cellsRead = 0;
  recordWritten = 0;
  /** A copy of the sheet; `null`: the file has only one. */
  copy: MemoryGrid | null = null;
  /** Added sheets, by id. */
  readonly added = new Map<string, MemoryGrid>();
  /** Whether sheets have ids that may change, as in Excel, and are listed; see `SheetPort`. */
  isListed = false;
  /** What users do right before a request to the host; awaited except before questions and messages to the user. */
  before: (asked: Asked) => unknown = () => undefined;

  constructor(values: readonly (readonly GridValue[])[]) {
    this.rows = values.map((row) => row.map((value) => ({ value })));
  }

  values(): GridValue[][] {
    return this.rows.map((row) => row.map(({ value }) => value));
  }

  at(row: number, column: number): FakeCell {
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row]!;
    while (cells.length <= column) cells.push({ value: '' });
    return cells[column]!;
  }

  /** Duplicates the sheet, as a user does. */
  duplicate(): void {
    this.copy = new MemoryGrid([]);
    this.copy.name = `Copy of ${this.name}`;
    this.copy.rows = this.rows.map((cells) => cells.map((cell) => ({ ...cell })));
    this.anchors.duplicated(COPY);
  }

  private sheets(): readonly SheetInfo[] {
    const toInfo = (id: string, { name, rows, widest }: MemoryGrid): SheetInfo => {
      return { id, name, rows: rows.length, columns: widest };
    };
    const copies = this.copy === null ? [] : [toInfo(COPY, this.copy)];
    const others = [...copies, ...[...this.added].map(([id, grid]) => toInfo(id, grid))];
    return this.isGone ? others : [toInfo('sheet-1', this), ...others];
  }

  /** Throws `sheetGone`. */
  sheetOf(id: string): MemoryGrid {
    const added = this.added.get(id);
    if (added !== undefined) return added;
    if (id === COPY && this.copy !== null) return this.copy;
    if (this.isGone) throw new TraceError('sheetGone', {});
    return this;
  }

  /** Marks disappear with their sheet. */
  private rowsOf(id: string): readonly FakeCell[][] {
    return this.isGone && id !== COPY ? [] : this.sheetOf(id).rows;
  }

  /** Called often, and for many rows. */
  private get widest(): number {
    let widest = 0;
    for (const { length } of this.rows) if (length > widest) widest = length;
    return widest;
  }

  readonly sheet: SheetPort = {
    info: async (sheet) => this.sheets().find(({ id }) => id === sheet) ?? null,
    list: async () => (this.isListed ? this.sheets() : null),
    read: async ({ sheet, row, rows, columns, withFormats, withRich, marks }) => ({
      ...this.sheetOf(sheet).read(row, rows, columns, withFormats, withRich),
      isInPlace: checkMarks({ sheet, guard: { marks: marks ?? null } }, this.anchors.all(marks?.run)),
    }),
    write: async (writing) => {
      const { holder } = writing.guard;
      if (holder !== undefined && !this.isHeldBy(holder)) {
        return { moved: writing.rows.map((_row, at) => at), refused: [], isElsewhere: true };
      }
      return this.sheetOf(writing.sheet).write(writing, this.anchors);
    },
  };

  private isHeldBy(holder: string): boolean {
    return this.record !== null && holderOf(this.record[0]?.[0]) === holder;
  }

  readonly recordPort: RecordPort = {
    load: async () => this.record,
    make: async (rows, head) => {
      if (this.record !== null) return false;
      this.record = [[head], ...rows.slice(1)];
      return true;
    },
    append: async (holder, head, rows) => {
      if (!this.isHeldBy(holder)) return false;
      this.record = [[head], ...this.record!.slice(1), ...rows];
      this.recordWritten += rows.length;
      return true;
    },
    remove: async (holder) => {
      if (this.record === null || (holder !== null && !this.isHeldBy(holder))) return false;
      this.record = null;
      return true;
    },
  };

  readonly own: OwnPort = {
    load: async (run) => this.spent.get(run) ?? null,
    replace: async (run, was, becomes) => {
      if ((this.spent.get(run) ?? null) !== was) return false;
      if (becomes === null) this.spent.delete(run);
      else this.spent.set(run, becomes);
      return true;
    },
  };

  readonly person: PersonPort = {
    wish: () => this.wish,
    tell: (event) => void this.events.push(event),
  };

  /** Includes everything that an enrichment asks of its host. */
  portsWith(client: AsyncPerformers): HostPorts {
    const { sheet, recordPort: record, own, anchors, looks } = this;
    return { sheet, record, own, client, anchors, looks: looks.port };
  }

  private read(
    row: number,
    rows: number,
    columns: readonly number[],
    withFormats: boolean,
    withRich = false,
  ): Omit<GridBlock, 'isInPlace'> {
    this.cellsRead += rows * columns.length;
    const hidden = new Set([...this.hidden].map((at) => at - row).filter((offset) => offset >= 0 && offset < rows));
    return {
      hidden,
      columns: columns.map((column) => {
        const values: GridValue[] = [];
        const formats: string[] = [];
        const [formulas, merged, rich] = [new Set<number>(), new Set<number>(), new Set<number>()];
        for (let offset = 0; offset < rows; offset += 1) {
          const cell = this.rows[row + offset]?.[column] ?? BLANK;
          values.push(cell.value);
          formats.push(cell.format ?? 'General');
          if (cell.formula) formulas.add(offset);
          if (cell.merged) merged.add(offset);
          if (cell.rich && withRich) rich.add(offset);
        }
        return { values, formulas, merged, formats: withFormats ? formats : null, rich };
      }),
    };
  }

  private write(writing: GridWriting, anchors: MemoryAnchors): WriteResult {
    if (!checkMarks(writing, anchors.all(writing.guard.marks?.run))) {
      return { moved: writing.rows.map((_row, at) => at), refused: [] };
    }
    const moved = new Set<number>();
    const refused: { at: number; column: number; error: TraceError }[] = [];
    for (const stretch of stretchesOf(writing.rows)) {
      const { columns } = this.read(stretch.row, stretch.rows, guardedColumns(writing), true);
      for (let at = stretch.at; at < stretch.at + stretch.rows; at += 1) {
        if (!isAsFound(writing, at, { row: stretch.row, columns })) moved.add(at);
      }
    }
    for (const [at, row] of writing.rows.entries()) {
      if (moved.has(at)) continue;
      for (const [index, column] of writing.columns.entries()) {
        const cell = writing.cells[at]![index] ?? null;
        if (cell === null) continue;
        if (this.protectedRows.has(row)) refused.push({ at, column, error: new TraceError('cellsProtected', {}) });
        else {
          this.onPut(row, column, cell);
          this.put(row, column, cell);
        }
      }
    }
    return { moved: [...moved], refused };
  }

  private put(row: number, column: number, cell: GridCell): void {
    const target = this.at(row, column);
    target.value = valueOf(cell);
    delete target.rich;
    target.format = formatAfter(cell, target.format ?? 'General');
  }
}

/** The format that shows it in a cell that had another format. */
function formatAfter(cell: GridCell, format: string): string {
  if (cell.kind === 'before') return cell.format;
  if (cell.kind === 'date') return 'yyyy-mm-dd';
  if (cell.kind === 'number' && cell.format !== undefined) return cell.format;
  if (cell.kind === 'text') return format;
  return format === 'yyyy-mm-dd' || (format === '@' && cell.kind !== 'blank') ? 'General' : format;
}
