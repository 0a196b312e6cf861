import { toTraceError, TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import { now } from '../client/ports';
import { groupFailures, type Failure } from './answers/failures';
import type { RunAnswer } from './answers/run-answer';
import { judgeAnswers, toInsteadLines, toLine, toRowCells, type RowCells } from './answers/block-answers';
import { append, toSave } from './holder';
import { checkTargets } from './columns';
import { dress } from './looks';
import { findOpenRows, type OpenRow } from './may-fill';
import { namingOf } from './naming';
import type { RunPorts } from './sheet/ports';
import type { AnswersPort } from './ports';
import { readTable, type Reading } from './reading';
import type { EnrichmentRecord } from './record/enrichment-record';
import type { Ending } from './record/head';
import { toRows } from './record/lines';
import { writeTitles } from './new-columns';
import { writeRows, type RowsWritten } from './write-rows';

/** How many rows are written at once, and how many later rows are asked for meanwhile. */
export interface Sizes {
  readonly block: number;
  readonly ahead: number;
}

export const SIZES: Sizes = { block: 1_000, ahead: 1_000 };

interface FillOptions {
  readonly sizes?: Sizes;
  /** Whether companies that failed are asked for again. */
  readonly isAgain?: boolean;
  /** The columns, if they were just read. */
  readonly reading?: Reading | undefined;
  /** Pauses as a preview after so many rows of companies. */
  readonly rows?: number;
}

/** How filling has ended. */
export interface Filled {
  /** `null`: every row is done. */
  readonly ended: Ending | null;
  /** Rows with cells that the host refused to write, by reason. */
  readonly refused: readonly Failure<number>[];
}

/** The limit for reads after which nothing was written, because rows keep moving. */
const MAX_IDLE_READINGS = 3;
const STOPPED = { is: 'stopped', why: null } as const;
const PAUSED = { is: 'paused', why: null } as const;
const PREVIEW = { is: 'preview', why: null } as const;

/**
 * Fills the open rows of an enrichment, whatever has happened to the sheet before: it reads the columns, fills rows
 * in order, a block at a time, and reads again. It is done when a read finds nothing open. The same code serves a
 * start, a resumption after a pause, a crash or a lack of credits, and a retry.
 */
export async function fill(
  ports: RunPorts,
  answers: AnswersPort,
  record: EnrichmentRecord,
  { sizes = SIZES, isAgain = false, reading, rows = Infinity }: FillOptions = {},
): Promise<Filled> {
  const filling = new Filling(ports, answers, record, sizes, isAgain, rows);
  let ended: Ending | null;
  try {
    ended = await filling.run(reading);
  } catch (thrown) {
    const why = toTraceError(thrown);
    if (traitsOf(why).isFault === true) throw why;
    ended = { is: 'paused', why };
  } finally {
    await answers.end();
  }
  if (ended !== null && rows < Infinity) ended = { ...ended, is: 'preview' };
  record.head = { ...record.head, state: ended === null ? 'done' : 'open', ended };
  const isKept = await append(ports, record, []).catch(() => true);
  if (!isKept) ended = { is: 'paused', why: new TraceError('runElsewhere', {}) };
  return { ended, refused: groupFailures(filling.failures) };
}

class Filling {
  private readonly found = new Map<string, RunAnswer>();
  /** Cells that the host refused, by row and target: they are not tried again. */
  private readonly refused = new Set<string>();
  readonly failures: { readonly why: TraceError; readonly row: number }[] = [];
  private done = 0;
  private startedMs = 0;

  constructor(
    private readonly ports: RunPorts,
    private readonly answers: AnswersPort,
    private readonly record: EnrichmentRecord,
    private readonly sizes: Sizes,
    private readonly isAgain: boolean,
    /** How many rows of companies may still be filled. */
    private rowsLeft: number,
  ) {}

  async run(known?: Reading): Promise<Ending | null> {
    const { ports, record } = this;
    this.startedMs = await ports.perform(now());
    for (let idle = 0; idle < MAX_IDLE_READINGS; known = undefined) {
      const reading = known ?? (await readTable(ports, record.head));
      checkTargets(record.head, reading.columns);
      const titles = await writeTitles(ports, record.head, reading);
      if (titles === 'written') await dress(ports, record.head, reading);
      const { open } = findOpenRows(record, reading, namingOf(record.head), this.isAgain);
      const rows = open.filter((row) => !this.isRefused(row));
      const { hasWritten, hasMoved, end } = await this.fillRows(reading, rows);
      if (end !== undefined) return end;
      if (!hasWritten && !hasMoved && titles !== 'moved') return null;
      idle = hasWritten ? 0 : idle + 1;
    }
    return { is: 'paused', why: new TraceError('rowsMoving', {}) };
  }

  /** @returns `end`: why it stops; absent: it has reached the last row, or rows have moved */
  private async fillRows(
    reading: Reading,
    rows: readonly OpenRow[],
  ): Promise<{ readonly hasWritten: boolean; readonly hasMoved: boolean; readonly end?: Ending }> {
    let hasWritten = false;
    const isPreview = this.rowsLeft < Infinity;
    const total = this.done + Math.min(rows.length, this.rowsLeft);
    for (let from = 0; from < rows.length;) {
      if (this.ports.person.wish() !== 'goOn') return { hasWritten, hasMoved: false, end: this.endAsWished() };
      if (this.rowsLeft === 0) return { hasWritten, hasMoved: false, end: PREVIEW };
      const next = rows.slice(from, from + Math.min(this.sizes.block, this.answers.rowsNext(this.done)));
      const block = cutAfter(next, this.rowsLeft);
      const later = isPreview ? [] : rows.slice(from + block.length, from + block.length + this.sizes.ahead);
      this.tellUnderWay(block, reading);
      await this.find(block, later, isPreview || from + block.length + later.length >= rows.length);
      const { rows: answered, pause } = judgeAnswers(block, this.found);
      const written = await this.write(reading, answered);
      hasWritten ||= written.count > 0;
      if (pause !== null) return { hasWritten, hasMoved: false, end: { is: 'paused', why: pause } };
      // Only the user ends the wait for answers without a reason.
      if (answered.length === 0) return { hasWritten, hasMoved: false, end: this.endAsWished() };
      this.done += written.count;
      const asked = answered.filter(({ isAsked }) => isAsked).length;
      this.rowsLeft -= Math.min(asked, written.hasMoved ? written.count : asked);
      await this.tell(total);
      if (written.hasMoved) {
        this.ports.person.tell({ is: 'findingRows' });
        return { hasWritten, hasMoved: true };
      }
      from += answered.length;
    }
    return { hasWritten, hasMoved: false };
  }

  private endAsWished(): Ending {
    return this.ports.person.wish() === 'stop' ? STOPPED : PAUSED;
  }

  private async find(block: readonly OpenRow[], later: readonly OpenRow[], isEnd: boolean): Promise<void> {
    const namesOf = (rows: readonly OpenRow[]): readonly string[] => {
      const names = rows.flatMap(({ name, isAsked }) =>
        name !== null && isAsked && !this.found.has(name) ? [name] : [],
      );
      return [...new Set(names)];
    };
    const next = namesOf(block);
    if (next.length === 0) return;
    const found = await this.answers.find(next, namesOf(later), isEnd);
    for (const [name, answer] of found) this.found.set(name, answer);
  }

  private async write(
    reading: Reading,
    rows: readonly OpenRow[],
  ): Promise<{ readonly count: number; readonly hasMoved: boolean }> {
    const { ports, record } = this;
    const all = rows.map((row) =>
      toRowCells(record, reading, row, row.isAsked ? this.found.get(row.name!) : undefined),
    );
    const lines = all.map(toLine).filter((line) => record.add(line));
    const changed = all.filter(({ cells }) => cells.some((cell) => cell !== null));
    const news = lines.flatMap(toRows);
    const rides = ports.record.ridesWithWrites === true && changed.length > 0 && news.length > 0;
    if (news.length > 0 && !rides && !(await append(ports, record, news))) throw new TraceError('runElsewhere', {});
    if (changed.length === 0) return { count: 0, hasMoved: false };
    const written = await writeRows(
      ports,
      record.head,
      reading,
      changed.map(({ row: { row }, cells }) => ({ row, cells })),
      rides ? { save: await toSave(ports, record, news) } : {},
    );
    if (written.isElsewhere) throw new TraceError('runElsewhere', {});
    await this.keepInstead(reading, changed, written.instead);
    for (const { row, target, error } of written.refused) {
      this.refused.add(`${row} ${target}`);
      if (!this.failures.some((failure) => failure.row === row)) this.failures.push({ why: error, row });
      ports.person.tell({ is: 'refused', row, column: reading.columns.targets[target]!, error });
      if (traitsOf(error).pausesRun === 'always') throw error;
    }
    this.answers.shown(rows.flatMap(({ name }) => (name === null || written.moved.size > 0 ? [] : [name])));
    const refusedRows = new Set(written.refused.map(({ row }) => row));
    const count = changed.filter(({ row: { row } }) => !written.moved.has(row) && !refusedRows.has(row)).length;
    return { count, hasMoved: written.moved.size > 0 };
  }

  /** Records what typed columns show instead of the answers, so that undo recognizes it. */
  private async keepInstead(
    { columns }: Reading,
    changed: readonly RowCells[],
    instead: RowsWritten['instead'],
  ): Promise<void> {
    for (const { target, cell } of instead) {
      const typed = { column: columns.targets[target]!, isText: cell.kind === 'text' };
      this.ports.person.tell({ is: 'typedColumn', typed });
    }
    const lines = toInsteadLines(changed, instead);
    const news = lines.filter((line) => this.record.add(line));
    if (news.length > 0) await append(this.ports, this.record, news.flatMap(toRows));
  }

  private isRefused({ row, targets }: OpenRow): boolean {
    return this.refused.size > 0 && targets.every((target) => this.refused.has(`${row} ${target}`));
  }

  private tellUnderWay(block: readonly OpenRow[], { columns: { sheet, input, targets } }: Reading): void {
    const cells = { sheet, rows: block.map(({ row }) => row), input, targets };
    this.ports.person.tell({ is: 'underWay', cells });
  }

  private async tell(rows: number): Promise<void> {
    const elapsedMs = (await this.ports.perform(now())) - this.startedMs;
    const rowsPerMinute = elapsedMs > 0 ? Math.round((this.done * 60_000) / elapsedMs) : 0;
    this.ports.person.tell({
      is: 'progress',
      progress: {
        rows: Math.max(rows, this.done),
        done: this.done,
        credits: this.answers.spent().charged,
        elapsedMs,
        rowsPerMinute,
      },
    });
  }
}

/** The rows to the last one that so many companies need. */
function cutAfter(rows: readonly OpenRow[], companies: number): readonly OpenRow[] {
  let asked = 0;
  const last = rows.findIndex(({ isAsked }) => isAsked && (asked += 1) >= companies);
  return last < 0 ? rows : rows.slice(0, last + 1);
}
