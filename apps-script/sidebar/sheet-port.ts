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
import type { SentRead, SentSheet, SentWriting, SentWritten } from '../messages/bulk-messages';
import type { Call } from './call';
import { cutIntoMessages } from './message-parts';
import { toBlock, toSent, toWritten } from './sent-cells';

const ROWS_LOOKED_AT = 4_000;
/** How long cells that came with another message count as current: every write compares them again anyway. */
const FRESH_FOR_MS = 2_000;

/** The cells of a spreadsheet, as the script reads and writes them. */
export class ScriptSheet implements SheetPort {
  /** The title row, as an enrichment reads it before each block. */
  private titles: { readonly sheet: string; readonly read: SentRead } | null = null;
  private prefetched: {
    readonly sheet: string;
    readonly atMs: number;
    info: SheetInfo | null;
    block: SentSheet['block'];
    readonly marks: SentSheet['marks'];
  } | null = null;
  /** The enrichment whose marks to read; `''`: none yet. */
  private run = '';
  /** Its marks, as they came with the last cells or the last write. */
  private marks: { readonly run: string; readonly atMs: number; readonly found: readonly FoundMark[] } | null = null;

  /** The last known places of its marks. */
  private places = '';
  /** The sheet that was read last; `''`: none yet. */
  private sheet = '';

  constructor(private readonly call: Call) {}

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

  /** Marks that came with the last cells or the last write are used once. */
  async findMarks(run: string): Promise<readonly FoundMark[]> {
    this.run = run;
    const { marks, sheet } = this;
    this.marks = null;
    if (marks?.run === run && Date.now() - marks.atMs < FRESH_FOR_MS) return marks.found;
    // The next question of an enrichment is the size of the sheet.
    const answer = sheet === '' ? null : await this.call('bulkSheet', sheet, null, run);
    if (answer === null || answer.info === null)
      return this.noteFound((await this.call('bulkAnchors', 'find', run, null)).marks);
    this.note(sheet, answer);
    return this.noteFound(answer.marks);
  }

  /** Titles that were read before the columns moved now belong to other columns. */
  private noteFound(found: readonly FoundMark[]): readonly FoundMark[] {
    const places = JSON.stringify(found);
    if (places !== this.places && this.prefetched !== null) this.prefetched.block = null;
    this.places = places;
    return found;
  }

  /** Sheet ids are permanent. */
  async list(): Promise<null> {
    return null;
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
    this.note(sheet, { info, block: null, marks });
    this.noteMarks(run, marks);
    if (rows === 1) this.titles = { sheet, read };
    return { ...toBlock({ ...block, hidden }), isInPlace: areInPlace(marks) };
  }

  async write(writing: GridWriting): Promise<WriteResult> {
    const chunks: WriteResult[] = [];
    for (const chunk of cutIntoMessages(writing.rows, writing.columns)) {
      const sent = toSent(writing, chunk);
      const isFirst = chunks.length === 0;
      const answer = await this.send(
        { ...sent, save: isFirst ? (writing.save ?? null) : null },
        this.next(writing.sheet),
      );
      this.note(writing.sheet, answer);
      chunks.push(toWritten(answer, chunk));
    }
    return {
      moved: chunks.flatMap(({ moved }) => moved),
      refused: chunks.flatMap(({ refused }) => refused),
      instead: chunks.flatMap(({ instead = [] }) => instead),
      isElsewhere: chunks.some(({ isElsewhere }) => isElsewhere === true),
    };
  }

  private async send(writing: SentWriting, next: SentRead | null): Promise<SentWritten> {
    const answer = await this.call('bulkWrite', writing, next);
    this.noteMarks(writing.guard.marks?.run ?? '', answer.marks);
    // Values may have been written beside other inputs: undo lists them, and nothing more is written.
    if (answer.isAstray === true) throw new TraceError('rowsMoving', {});
    return answer;
  }

  private async readHidden(sheet: string, row: number, rows: number): Promise<readonly number[]> {
    const starts = Array.from({ length: Math.ceil(rows / ROWS_LOOKED_AT) }, (_part, chunk) => chunk * ROWS_LOOKED_AT);
    const chunks = starts.map(async (start) => {
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
    return (await Promise.all(chunks)).flat();
  }

  private next(sheet: string): SentRead | null {
    return this.titles?.sheet === sheet ? this.titles.read : null;
  }

  private note(sheet: string, { info, block, marks }: SentSheet): void {
    this.sheet = sheet;
    this.prefetched = { sheet, atMs: Date.now(), info, block, marks };
  }

  notePut(run: string, sheet: string, { info, marks }: Pick<SentSheet, 'info' | 'marks'>): void {
    this.note(sheet, { info, block: null, marks });
    this.noteMarks(run, marks);
  }

  private noteMarks(run: string, found: readonly FoundMark[]): void {
    if (run === '') return;
    this.run = run;
    this.marks = { run, atMs: Date.now(), found };
    this.noteFound(found);
  }

  forgetMarks(): void {
    this.marks = null;
  }

  private fresh(sheet: string): ScriptSheet['prefetched'] {
    const isFresh = this.prefetched?.sheet === sheet && Date.now() - this.prefetched.atMs < FRESH_FOR_MS;
    return isFresh ? this.prefetched : null;
  }
}
