import { checkSheet, checkWrite, guardedColumns, stretchesOf } from '../../shared/bulk/sheet/write-guard';
import type { RunEvent } from '../../shared/bulk/sheet/run-events';
import type { Block, GridEffect, GridPerformers, GridWriting, Lease, Written } from '../../shared/bulk/sheet/ports';
import type { RunTask } from '../../shared/bulk/sheet/ports';
import { Strands, type Asked, type Ended } from '../../shared/bulk/fetch/strands';
import { valueOf, type GridCell, type GridValue } from '../../shared/bulk/sheet/cell-values';
import type { Effect } from '../../shared/bulk/core-ports';
import { TraceError } from '../../shared/errors/trace-error';
import type { MemoryHost } from './memory-host';

interface FakeCell {
  value: GridValue;
  formula?: true;
  merged?: true;
  format?: string;
}

/** A sheet in memory that fails as hosts do, with the journal and the lease of its file. */
export class MemoryGrid {
  name = 'Leads';
  rows: FakeCell[][];
  readonly hidden = new Set<number>();
  readonly protectedRows = new Set<number>();
  isGone = false;
  isFull = false;
  wish: 'goOn' | 'pause' | 'stop' = 'goOn';
  journal: Map<string, string> | null = null;
  journalTotal = 10_000_000;
  lease: { holder: string; untilMs: number } | null = null;
  nowMs = (): number => 0;
  readonly events: RunEvent[] = [];
  readonly asked: GridEffect['ask'][] = [];
  cellsRead = 0;
  journalWritten = 0;
  /** What users do right before an effect. */
  before: (effect: Effect | GridEffect) => void = () => undefined;

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

  readonly performers: GridPerformers = {
    gridSheet: ({ sheet }) =>
      this.isGone || sheet !== 'sheet-1'
        ? null
        : {
            id: 'sheet-1',
            name: this.name,
            rows: this.rows.length,
            columns: this.rows.reduce((widest, row) => Math.max(widest, row.length), 0),
          },
    gridSheetsNow: () => null,
    gridRead: ({ row, rows, columns, withFormats }) => this.read(row, rows, columns, withFormats),
    gridRoom: () => {
      if (this.isFull) throw new TraceError('sheetFull', {});
    },
    gridWrite: ({ writing }) => this.write(writing),
    journalRoom: () => ({ part: 9_000_000, total: this.journalTotal }),
    journalLoad: () => (this.journal === null ? null : new Map(this.journal)),
    journalSave: ({ parts }) => {
      this.journal ??= new Map();
      for (const [name, text] of parts) {
        this.journal.set(name, text);
        this.journalWritten += text.length;
      }
    },
    journalRemove: () => {
      this.journal = null;
    },
    lease: ({ holder, forMs }): Lease => {
      // As Google's script does with what is no number of milliseconds.
      if (!Number.isInteger(forMs)) throw new TraceError('actionMalformed', { expected: 'what the Trace panel sends' });
      if (this.lease !== null && this.lease.holder !== holder && this.lease.untilMs > this.nowMs()) {
        return { is: 'elsewhere', untilMs: this.lease.untilMs };
      }
      this.lease = { holder, untilMs: this.nowMs() + forMs };
      return { is: 'held' };
    },
    release: ({ holder }) => {
      if (this.lease?.holder === holder) this.lease = null;
    },
    control: () => this.wish,
    tell: ({ event }) => {
      this.events.push(event);
    },
  };

  private read(row: number, rows: number, columns: readonly number[], withFormats: boolean): Block {
    this.cellsRead += rows * columns.length;
    const offsets = Array.from({ length: rows }, (_row, offset) => offset);
    return {
      hidden: new Set(offsets.filter((offset) => this.hidden.has(row + offset))),
      columns: columns.map((column) => {
        const cells = offsets.map((offset) => this.rows[row + offset]?.[column] ?? { value: '' });
        return {
          values: cells.map(({ value }) => value),
          formulas: new Set(offsets.filter((offset) => cells[offset]!.formula)),
          merged: new Set(offsets.filter((offset) => cells[offset]!.merged)),
          formats: withFormats ? cells.map(({ format }) => format ?? 'General') : null,
        };
      }),
    };
  }

  private write(writing: GridWriting): Written {
    const { header } = writing.guard;
    if (!checkSheet(writing, this.rows.length, (column) => this.rows[header?.row ?? 0]?.[column]?.value)) {
      return { moved: writing.rows.map((_row, at) => at), refused: [] };
    }
    const moved = new Set<number>();
    const refused: { at: number; column: number; error: TraceError }[] = [];
    for (const stretch of stretchesOf(writing.rows)) {
      const block = this.read(stretch.row, stretch.rows, guardedColumns(writing), false);
      for (const at of checkWrite(writing, stretch, block)) moved.add(at);
    }
    for (const [at, row] of writing.rows.entries()) {
      if (moved.has(at)) continue;
      for (const [index, column] of writing.columns.entries()) {
        const cell = writing.cells[at]![index] ?? null;
        if (cell === null) continue;
        if (this.protectedRows.has(row)) refused.push({ at, column, error: new TraceError('cellsProtected', {}) });
        else this.put(row, column, cell);
      }
    }
    return { moved: [...moved], refused };
  }

  private put(row: number, column: number, cell: GridCell): void {
    const target = this.at(row, column);
    // A host that is not told otherwise makes a formula of such a text.
    if (cell.kind === 'text' && !cell.isLiteral && /^[=+\-@]/.test(cell.text)) target.formula = true;
    target.value = valueOf(cell);
    target.format = formatAfter(cell, target.format ?? 'General');
  }
}

/** What shows it, in a cell that has had another format. */
function formatAfter(cell: GridCell, format: string): string {
  if (cell.kind === 'before') return cell.format;
  if (cell.kind === 'date') return 'yyyy-mm-dd';
  if (cell.kind === 'text') return cell.isLiteral ? '@' : format;
  return format === '@' || format === 'yyyy-mm-dd' ? 'General' : format;
}

export class Crash extends Error {}

/** Which of several effects is performed next: those that were asked for first come first. */
export type Pick = (effects: readonly (Effect | GridEffect)[]) => number;

/** Answers come as late as they can: everything else that was asked for is done before. */
export const late: Pick = (effects) =>
  Math.max(
    0,
    effects.findIndex(({ ask }) => ask !== 'http' && ask !== 'sleep'),
  );

/** The most requests that may be on their way at once. */
const REQUESTS_AT_ONCE = 10;

/**
 * Runs a task against a host and a grid in memory. What `grid.before` throws as a {@link Crash} ends everything: nothing of
 * the task runs any more.
 *
 * @param pick the order in which what is asked for at the same time is performed
 */
export function drive<T>(task: RunTask<T>, host: MemoryHost, grid: MemoryGrid, pick: Pick = () => 0): T {
  const performers = { ...host.performers, ...grid.performers } as Record<string, (effect: unknown) => unknown>;
  grid.nowMs = () => host.nowMs;
  const open: Asked[] = [];
  const strands = new Strands((asked) => open.push(asked));
  const ends: Ended[] = [];
  strands.begin(task, (end) => ends.push(end));
  while (ends.length === 0) {
    const effects = open.map(({ effect }) => effect);
    const sent = effects.flatMap((effect) => (effect.ask === 'http' ? effect.requests : []));
    if (sent.length > REQUESTS_AT_ONCE) throw new Error(`${sent.length} requests at once`);
    const [asked] = open.splice(pick(effects), 1);
    if (asked === undefined) throw new Error('the tasks wait for each other');
    const { effect } = asked;
    grid.before(effect);
    if (effect.ask in grid.performers) grid.asked.push(effect.ask as GridEffect['ask']);
    let answer: unknown;
    try {
      answer = performers[effect.ask]!(effect);
    } catch (error) {
      asked.fail(error);
      continue;
    }
    asked.answer(answer);
  }
  if (strands.underWay > 0) throw new Error('something runs on after the end');
  const [end] = ends;
  if (!end!.ok) throw end!.error;
  return end!.value as T;
}
