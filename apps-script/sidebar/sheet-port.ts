import { TraceError } from '../../shared/formulas';
import { checkMarks } from '../../shared/runs';
import type {
  FoundMark,
  GridReading,
  GridWriting,
  ReadBlock,
  SheetInfo,
  SheetPort,
  WriteResult,
} from '../../shared/ports';
import type { SentBlock, SentCell, SentRead, SentSheet, SentWriting, SentWritten } from '../bulk-messages';
import type { Call } from './call';
import type { HeldFile } from './held-file';
import { cutIntoMessages } from './message-parts';
import { findMovedRows, type MovedRows } from './moved-rows';
import { toBlock, toSent, toWritten } from './sent-cells';

const ROWS_LOOKED_AT = 4_000;
/** How long what came with another message counts as read just now: nothing is written without another comparison. */
const FRESH_FOR_MS = 2_000;
/** How far away rows are searched that others shifted during a write. */
const ROWS_AROUND = 200;
const MOST_LOOKS = 3;

/** The cells of a spreadsheet, as the script reads and writes them. */
export class ScriptSheet implements SheetPort {
  /** The title row, as a run reads it before each block. */
  private titles: { readonly sheet: string; readonly read: SentRead } | null = null;
  private prefetched: {
    readonly sheet: string;
    readonly atMs: number;
    info: SheetInfo | null;
    block: SentSheet['block'];
    readonly marks: SentSheet['marks'];
  } | null = null;
  /** The run to read the marks of; `''`: none yet. */
  private run = '';
  /** Its marks, as they came with the last cells or the last writing. */
  private marks: { readonly run: string; readonly atMs: number; readonly found: readonly FoundMark[] } | null = null;

  /** Where marks were found last. */
  private places = '';

  constructor(
    private readonly call: Call,
    private readonly held: HeldFile,
  ) {}

  async info(sheet: string): Promise<SheetInfo | null> {
    const known = this.fresh(sheet);
    if (known !== null && known.info !== null) {
      const { info } = known;
      known.info = null;
      return info;
    }
    const next = this.next(sheet);
    const answer = await this.call('bulkSheet', sheet, next, next === null ? '' : this.run);
    this.note(sheet, { ...answer, info: null });
    return answer.info;
  }

  /** What came with the last cells or the last writing, usable once; `null`: nothing fresh. */
  takeMarks(run: string): readonly FoundMark[] | null {
    this.run = run;
    const { marks } = this;
    this.marks = null;
    const isFresh = marks?.run === run && Date.now() - marks.atMs < FRESH_FOR_MS;
    return isFresh ? marks.found : null;
  }

  /** Titles that were read before the columns moved are of other columns now. */
  noteFound(found: readonly FoundMark[]): readonly FoundMark[] {
    const places = JSON.stringify(found);
    if (places !== this.places) this.prefetched = null;
    this.places = places;
    return found;
  }

  /** Sheet ids are permanent. */
  async list(): Promise<null> {
    return null;
  }

  async addColumns(sheet: string, columns: number): Promise<void> {
    await this.call('bulkRoom', sheet, columns);
  }

  async read({
    sheet,
    row,
    rows,
    columns,
    withFormats,
    withHidden,
    withRich = false,
    marks: wanted = null,
  }: GridReading): Promise<ReadBlock> {
    const read: SentRead = { row, rows, columns, withFormats, withRich, withHidden: false };
    const known = this.fresh(sheet);
    const areInPlace = (found: readonly FoundMark[]): boolean => checkMarks({ sheet, guard: { marks: wanted } }, found);
    if (known?.block && JSON.stringify(read) === JSON.stringify(this.titles?.read) && areInPlace(known.marks)) {
      const { block } = known;
      known.block = null;
      return { ...toBlock(block), isInPlace: true };
    }
    const run = wanted?.run ?? this.run;
    const [{ info, block, marks }, hidden] = await Promise.all([
      this.call('bulkSheet', sheet, read, run),
      withHidden === true ? this.readHidden(sheet, row, rows) : [],
    ]);
    if (info === null || block === null) throw new TraceError('sheetGone', {});
    this.noteMarks(run, marks);
    if (rows === 1) this.titles = { sheet, read };
    return { ...toBlock({ ...block, hidden }), isInPlace: areInPlace(marks) };
  }

  async write(writing: GridWriting): Promise<WriteResult> {
    const parts: WriteResult[] = [];
    for (const part of cutIntoMessages(writing.rows, writing.columns)) {
      const sent = toSent(writing, part);
      const answer = await this.send(sent, this.next(writing.sheet));
      this.note(writing.sheet, answer);
      const moved = answer.before === null ? [] : await this.mend(sent, answer, answer.before);
      parts.push(toWritten({ ...answer, moved: [...new Set([...answer.moved, ...moved])] }, part));
    }
    return {
      moved: parts.flatMap(({ moved }) => moved),
      refused: parts.flatMap(({ refused }) => refused),
      instead: parts.flatMap(({ instead = [] }) => instead),
    };
  }

  private async send(writing: SentWriting, next: SentRead | null): Promise<SentWritten> {
    const hold = this.held.sent;
    const sentMs = Date.now();
    const answer = await this.call('bulkWrite', writing, hold, next);
    if ('elsewhere' in answer) throw this.held.lost();
    this.held.note(hold, sentMs);
    this.noteMarks(writing.guard.marks?.run ?? '', answer.marks);
    if (answer.isAstray === true) throw columnsMoved();
    return answer;
  }

  /**
   * Takes back values that are beside other companies.
   * @returns positions that are not written
   */
  private async mend(
    sent: SentWriting,
    answer: SentWritten,
    columns: SentBlock['columns'],
  ): Promise<readonly number[]> {
    const cells = toPut(sent, answer);
    const before = { first: Math.min(...sent.rows), columns };
    const first = Math.max(0, before.first - ROWS_AROUND);
    const rows = Math.max(...sent.rows) + ROWS_AROUND + 1 - first;
    const guarded = [sent.guard.input!.column, ...sent.columns];
    let found: MovedRows = { moved: [], back: null };
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      const read = { row: first, rows, columns: guarded, withFormats: true, withRich: false, withHidden: false };
      const { block, marks } = await this.call('bulkSheet', sent.sheet, read, sent.guard.marks?.run ?? '');
      if (block === null) throw new TraceError('sheetGone', {});
      // Columns have moved too, so these cells may be anybody's.
      if (!checkMarks(sent, marks)) throw columnsMoved();
      found = findMovedRows({ ...sent, cells }, before, { first, columns: block.columns });
      if (found.back === null) break;
      if ((await this.send(found.back, null)).moved.length === 0) break;
    }
    return found.moved;
  }

  private async readHidden(sheet: string, row: number, rows: number): Promise<readonly number[]> {
    const starts = Array.from({ length: Math.ceil(rows / ROWS_LOOKED_AT) }, (_part, part) => part * ROWS_LOOKED_AT);
    const parts = starts.map(async (start) => {
      const hidden: number[] = [];
      const end = Math.min(rows, start + ROWS_LOOKED_AT);
      for (let at = start; at < end;) {
        const read = {
          row: row + at,
          rows: end - at,
          columns: [],
          withFormats: false,
          withRich: false,
          withHidden: true,
        };
        const { block } = await this.call('bulkSheet', sheet, read, '');
        if (block === null) throw new TraceError('sheetGone', {});
        for (const offset of block.hidden) hidden.push(at + offset);
        at += Math.max(1, block.hiddenUpTo);
      }
      return hidden;
    });
    return (await Promise.all(parts)).flat();
  }

  private next(sheet: string): SentRead | null {
    return this.titles?.sheet === sheet ? this.titles.read : null;
  }

  private note(sheet: string, { info, block, marks }: SentSheet): void {
    this.prefetched = { sheet, atMs: Date.now(), info, block, marks };
  }

  private noteMarks(run: string, found: readonly FoundMark[]): void {
    this.marks = run === '' ? null : { run, atMs: Date.now(), found };
    if (run !== '') this.noteFound(found);
  }

  private fresh(sheet: string): ScriptSheet['prefetched'] {
    const isFresh = this.prefetched?.sheet === sheet && Date.now() - this.prefetched.atMs < FRESH_FOR_MS;
    return isFresh ? this.prefetched : null;
  }
}

function columnsMoved(): TraceError {
  return new TraceError('columnsGone', { column: '', is: 'changed' });
}

/** The cells as they were put: without those that were left, and in the form that a typed column has. */
function toPut(sent: SentWriting, { moved, refused, instead }: SentWritten): SentWriting['cells'] {
  const left = new Set([...moved.map(String), ...refused.map(([at, column]) => `${at} ${column}`)]);
  const forms = new Map(instead.map(([at, column, typed]) => [`${at} ${column}`, typed]));
  return sent.cells.map((row, at) =>
    row.map((cell, index): SentCell => {
      const place = `${at} ${sent.columns[index]!}`;
      if (cell === null || left.has(String(at)) || left.has(place)) return null;
      const [typed, ...others] = cell;
      return [forms.get(place) ?? typed, ...others];
    }),
  );
}
