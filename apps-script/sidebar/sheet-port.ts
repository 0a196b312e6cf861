import { TraceError } from '../../shared/formulas';
import { checkMarks } from '../../shared/runs';
import type {
  ColumnAnchors,
  FoundMark,
  GridBlock,
  GridReading,
  GridWriting,
  SheetInfo,
  SheetPort,
  WriteResult,
} from '../../shared/ports';
import type { SentRead } from '../messages/cell-messages';
import type { Call } from './call';
import { cutIntoMessages } from './message-parts';
import { toBlock, toSent, toWritten } from './sent-cells';

const ROWS_LOOKED_AT = 4_000;
/** How long what came with another message counts as current: every write compares it again anyway. */
const FRESH_FOR_MS = 2_000;

/** The cells of a spreadsheet and the marks of its columns, as the script reads and writes them. */
export class ScriptSheet implements SheetPort {
  /** The sheet of the last message, and its size, which is used once. */
  private known: { readonly sheet: string; readonly atMs: number; info: SheetInfo | null } | null = null;
  /** The enrichment whose marks to read; `''`: none yet. */
  private run = '';
  /** Its marks, as they came with the last cells or the last write. */
  private marks: { readonly run: string; readonly atMs: number; readonly found: readonly FoundMark[] } | null = null;

  constructor(private readonly call: Call) {}

  async info(sheet: string): Promise<SheetInfo | null> {
    const { known } = this;
    if (known?.sheet === sheet && known.info !== null && Date.now() - known.atMs < FRESH_FOR_MS) {
      const { info } = known;
      known.info = null;
      return info;
    }
    const { info } = await this.call('bulkSheet', sheet, null, '');
    this.note(sheet, null);
    return info;
  }

  /** The script stores the marks; see `apps-script/bulk/anchors.ts`. */
  readonly anchors: ColumnAnchors = {
    put: async (run, sheet, marks) => {
      const put = await this.call('bulkAnchors', 'put', run, { sheet, marks });
      this.note(sheet, put.info);
      this.noteMarks(run, put.marks);
    },
    find: async (run, names) => (await this.findMarks(run)).filter(({ name }) => names.includes(name)),
    remove: async (run) => {
      this.marks = null;
      await this.call('bulkAnchors', 'remove', run ?? '', null);
    },
  };

  /** Marks that came with the last cells or the last write are used once. */
  private async findMarks(run: string): Promise<readonly FoundMark[]> {
    this.run = run;
    const { marks, known } = this;
    this.marks = null;
    if (marks?.run === run && Date.now() - marks.atMs < FRESH_FOR_MS) return marks.found;
    // The next question of an enrichment is the size of the sheet.
    const answer = known === null ? null : await this.call('bulkSheet', known.sheet, null, run);
    if (answer === null || answer.info === null) return (await this.call('bulkAnchors', 'find', run, null)).marks;
    this.note(known!.sheet, answer.info);
    return answer.marks;
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
  }: GridReading): Promise<GridBlock> {
    const read: SentRead = { row, rows, columns, withFormats, withRich, withHidden: false };
    const run = wanted?.run ?? this.run;
    const [{ info, block, marks }, hidden] = await Promise.all([
      this.call('bulkSheet', sheet, read, run),
      withHidden === true ? this.readHidden(sheet, row, rows) : [],
    ]);
    if (info === null || block === null) throw new TraceError('sheetGone', {});
    this.note(sheet, info);
    this.noteMarks(run, marks);
    return toBlock({ ...block, hidden }, checkMarks({ sheet, guard: { marks: wanted } }, marks));
  }

  async write(writing: GridWriting): Promise<WriteResult> {
    const chunks: WriteResult[] = [];
    for (const chunk of cutIntoMessages(writing.rows, writing.columns)) {
      const save = chunks.length === 0 ? (writing.save ?? null) : null;
      const answer = await this.call('bulkWrite', { ...toSent(writing, chunk), save });
      this.note(writing.sheet, answer.info);
      this.noteMarks(writing.guard.marks?.run ?? '', answer.marks);
      // Values may have been written beside other inputs: undo lists them, and nothing more is written.
      if (answer.isAstray === true) throw new TraceError('rowsMoving', {});
      chunks.push(toWritten(answer, chunk));
    }
    return {
      moved: chunks.flatMap(({ moved }) => moved),
      refused: chunks.flatMap(({ refused }) => refused),
      instead: chunks.flatMap(({ instead = [] }) => instead),
      isElsewhere: chunks.some(({ isElsewhere }) => isElsewhere === true),
    };
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

  private note(sheet: string, info: SheetInfo | null): void {
    this.known = { sheet, atMs: Date.now(), info };
  }

  private noteMarks(run: string, found: readonly FoundMark[]): void {
    if (run === '') return;
    this.run = run;
    this.marks = { run, atMs: Date.now(), found };
  }
}
