import type { RunEnd } from '../../shared/bulk/run/run';
import { undoRun, type Undone } from '../../shared/bulk/undo/undo';
import type { GridValue } from '../../shared/bulk/sheet/cell-values';
import { TraceError } from '../../shared/errors/trace-error';
import { Bench } from './bulk-bench';
import { drive } from './bulk-drive';
import type { ColumnEdit, ColumnHistory } from './column-edits';
import type { MemoryGrid } from './memory-grid';
import { bringBack, deleteColumn, pasteOver, stateOf, type Cell, type DeletedColumn } from './moved-columns';

/** What the sheet holds without the run: each cell of a person, wherever it has gone, and what it has to hold. */
export class PlayedColumns {
  readonly bench: Bench;
  readonly own = new Map<Cell, string>();
  /** Cells of the run's column that a person has edited. */
  readonly edited = new Set<Cell>();
  readonly ofRun = new Set<Cell>();
  private effects = 0;
  /** One column more of the title, and another one fewer: nobody could tell that it is not the run's that has moved. */
  private hasDouble = false;
  /** The marks of the copy, which has the title too, must not be all that is left to find the run's column by. */
  private isCopied = false;
  /** What a person has just deleted. */
  private deleted: DeletedColumn | null = null;
  private readonly hasWritten: () => boolean;

  constructor(private readonly history: ColumnHistory) {
    const { rows, hasTitles, twin } = history;
    const own = (id: number): GridValue => ['', `Industry x${id}`, `mine ${id}`][id % 3]!;
    const toRow = (id: GridValue, domain: GridValue, note: GridValue, mine: GridValue): GridValue[] => [
      ...[id, domain],
      ...(twin === 'left' ? [mine] : []),
      '',
      ...(twin === 'right' ? [mine] : []),
      note,
    ];
    const table = Array.from({ length: rows }, (_row, id) => toRow(`#${id}`, `x${id}.example`, `note ${id}`, own(id)));
    this.bench = new Bench(hasTitles ? [toRow('id', 'domain', 'note', 'Industry'), ...table] : table);
    const column = twin === 'left' ? 3 : 2;
    for (const cells of this.grid.rows) {
      for (const [index, cell] of cells.entries()) {
        if (index === column) this.ofRun.add(cell);
        else this.own.set(cell, stateOf(cell));
      }
    }
    Object.assign(this.grid.anchors.habits, history.habits);
    this.grid.isListed = history.isListed ?? false;
    const { asked } = this.grid;
    // Until then nothing tells the run's column from any blank one.
    this.hasWritten = () => asked.includes('sheet.write');
  }

  get grid(): MemoryGrid {
    return this.bench.grid;
  }

  /** The run, in parts: each with a higher limit. */
  async run(): Promise<RunEnd> {
    const { rows, hasTitles, step, edits } = this.history;
    const plan = await this.bench.plan(undefined, { inputColumn: 1, ...(hasTitles ? {} : { headerRow: null }) });
    this.editAt(edits);
    let end = await this.bench.start(plan, { cap: step });
    for (let cap = 2 * step; end.why?.code === 'runCapReached' && cap < 2 * rows + 2 * step; cap += step) {
      end = await this.bench.resume({ cap });
    }
    this.grid.before = () => undefined;
    return end;
  }

  /** `null`: the columns could not be told. */
  async undo(): Promise<Undone | null> {
    this.editAt(this.history.editsOfUndo);
    try {
      return await drive(undoRun, this.bench.host, this.grid);
    } catch (thrown) {
      if (thrown instanceof TraceError && thrown.code === 'columnsGone') return null;
      throw thrown;
    } finally {
      this.grid.before = () => undefined;
    }
  }

  /** Cells of a person that hold something else than before, or have another format. */
  get spoilt(): readonly string[] {
    return [...this.own].flatMap(([cell, was]) => (stateOf(cell) === was ? [] : [`${was} -> ${stateOf(cell)}`]));
  }

  /** What still stands in the run's column, apart from what a person has edited. */
  get remains(): readonly GridValue[] {
    const cells = this.grid.rows.flat().filter((cell) => this.ofRun.has(cell) && !this.edited.has(cell));
    return cells.flatMap((cell) => (stateOf(cell) === BLANK ? [] : [cell.value || stateOf(cell)]));
  }

  private editAt(edits: readonly ColumnEdit[]): void {
    this.effects = 0;
    const waiting = [...edits].sort((a, b) => a.at - b.at);
    this.grid.before = () => {
      if (!this.hasWritten()) return;
      this.effects += 1;
      while (waiting.length > 0 && waiting[0]!.at <= this.effects) this.edit(waiting.shift()!);
    };
  }

  private edit({ does, place }: ColumnEdit): void {
    const { grid } = this;
    const { rows } = grid;
    const columnOfRun = Math.max(...rows.map((cells) => cells.findIndex((cell) => this.ofRun.has(cell))));
    const titles = this.history.hasTitles ? 1 : 0;
    const at = titles + (place % Math.max(1, rows.length - titles));
    const width = Math.max(...rows.map(({ length }) => length));
    for (const row of rows.keys()) grid.at(row, width - 1);
    const { deleted } = this;
    this.deleted = null;
    switch (does) {
      case 'deleteRunColumn':
        if (columnOfRun >= 0 && !this.hasDouble) this.deleted = deleteColumn(grid, columnOfRun);
        return;
      case 'undoDeletion': {
        if (this.isCopied && !grid.anchors.habits.undoBringsBack) return;
        const back = deleted ?? (columnOfRun >= 0 ? deleteColumn(grid, columnOfRun) : null);
        if (back !== null) bringBack(grid, back);
        return;
      }
      case 'deleteOtherColumn': {
        const other = place % width;
        const isTwin = rows.some((cells) => cells[other]!.value === 'Industry');
        const isInput = rows.some((cells) => String(cells[other]!.value).endsWith('.example'));
        if (other === columnOfRun || isInput || (isTwin && this.hasDouble)) return;
        if (isTwin) this.hasDouble = true;
        for (const cells of rows) cells.splice(other, 1);
        return;
      }
      case 'copyRunColumn':
        if (columnOfRun < 0 || this.hasDouble) return;
        this.hasDouble = true;
        this.isCopied = true;
        this.insert(columnOfRun + (place % 2), (cells) => cells[columnOfRun]!.value);
        grid.anchors.copied(columnOfRun + 1 - (place % 2), columnOfRun + (place % 2));
        return;
      case 'dragRunColumn': {
        const to = place % width;
        if (columnOfRun < 0) return;
        for (const cells of rows) cells.splice(to, 0, ...cells.splice(columnOfRun, 1));
        return;
      }
      case 'cutRunColumn': {
        if (columnOfRun < 0) return;
        // Over a column at the end that was blank.
        this.insert(width, () => '');
        const cut = grid.anchors.cut(columnOfRun, width);
        for (const cells of rows) {
          this.own.delete(cells[width]!);
          const blank: Cell = { value: '' };
          const [taken] = cells.splice(columnOfRun, 1, blank);
          cells.splice(width, 1, taken!);
          // Where the host leaves the marks, what was taken elsewhere is the person's from then on.
          const [own, ofRun] = grid.anchors.habits.cutCarries ? [blank, taken!] : [taken!, blank];
          this.own.set(own, stateOf(own));
          this.ofRun.delete(own);
          this.ofRun.add(ofRun);
        }
        cut.done();
        return;
      }
      case 'pasteOverRunColumn': {
        const from = place % width;
        const breaks = this.isCopied && grid.anchors.habits.pasteOntoBreaks;
        // Without titles, blanks may be pasted between the check and the write, which finds a blank cell.
        const isBlank = !this.history.hasTitles && rows.every((cells) => cells[from]!.value === '');
        if (columnOfRun >= 0 && !breaks && !isBlank && this.tellsFromRun(from, columnOfRun)) {
          pasteOver(this, from, columnOfRun, place > 10 ? 'cut' : 'copied');
        }
        return;
      }
      case 'duplicateSheet':
        if (grid.copy !== null) return;
        grid.duplicate();
        for (const cell of grid.copy!.rows.flat()) this.own.set(cell, stateOf(cell));
        return;
      case 'deleteMark':
        if (this.isCopied && place % width === columnOfRun) return;
        grid.anchors.takeAway(place % width);
        return;
      case 'forgeMark': {
        const onto = place % width;
        if (columnOfRun >= 0 && this.tellsFromRun(onto, columnOfRun)) {
          grid.anchors.forge(columnOfRun, onto, place % 2 === 0);
        }
        return;
      }
      case 'insertColumn':
        this.insert(place % (width + 1), () => '');
        return;
      case 'addTwin':
        if (columnOfRun < 0 || this.hasDouble) return;
        this.hasDouble = true;
        this.insert(place % (width + 1), (_cells, row) => (row < titles ? 'Industry' : ['', `mine`][row % 2]!));
        return;
      case 'insertRow': {
        const blank = Array.from({ length: width }, (): Cell => ({ value: '' }));
        for (const [index, cell] of blank.entries()) {
          if (index === columnOfRun) this.ofRun.add(cell);
          else this.own.set(cell, stateOf(cell));
        }
        rows.splice(place % 4 === 0 ? 0 : at, 0, blank);
        return;
      }
      case 'deleteRow':
        if (rows.length > titles + 1) rows.splice(at, 1);
        return;
      case 'sort': {
        const top = rows.findIndex((cells) => cells.some(({ value }) => value === 'domain')) + 1;
        const below = rows.splice(top).sort((a, b) => keyOf(a, place) - keyOf(b, place));
        rows.push(...below);
        return;
      }
      case 'editAnswer': {
        const cell = columnOfRun < 0 ? undefined : rows[at]?.[columnOfRun];
        if (cell === undefined || !String(cell.value).startsWith('Industry')) return;
        cell.value = `edited ${place}`;
        this.edited.add(cell);
      }
    }
  }

  /**
   * Whether its title, or without titles what is in it, tells a column from the run's: one that holds the run's answers, or
   * is blank as the run's still is, does not.
   */
  private tellsFromRun(column: number, columnOfRun: number): boolean {
    const { rows } = this.grid;
    const marksOf = (value: GridValue): boolean =>
      this.history.hasTitles ? value === 'Industry' : String(value).startsWith('Industry');
    const isOfRun = rows.some((cells) => marksOf(cells[column]!.value) || this.ofRun.has(cells[column]!));
    return !isOfRun && !rows.every((cells) => cells[column]!.value === cells[columnOfRun]!.value);
  }

  private insert(column: number, toValue: (cells: readonly Cell[], row: number) => GridValue): void {
    const values = this.grid.rows.map(toValue);
    for (const [row, cells] of this.grid.rows.entries()) {
      const cell: Cell = { value: values[row]! };
      this.own.set(cell, stateOf(cell));
      cells.splice(column, 0, cell);
    }
  }
}

const BLANK = stateOf({ value: '' });

function keyOf(cells: readonly Cell[], place: number): number {
  const text = cells.map(({ value }) => String(value)).find((value) => value.endsWith('.example')) ?? '';
  return [...text].reduce((sum, letter) => (sum * (place + 7) + letter.charCodeAt(0)) % 101, 0);
}
