import { planRun, type Plan } from '../../../shared/enrich/plan/plan';
import { triage } from '../../../shared/enrich/plan/triage';
import type { Choice } from '../../../shared/enrich/plan/column-spec';
import { fill } from '../../../shared/enrich/fill';
import { readTable } from '../../../shared/enrich/reading';
import { valueIn } from '../../../shared/enrich/record/before';
import { findRecord, type EnrichmentRecord } from '../../../shared/enrich/record/enrichment-record';
import type { Ending } from '../../../shared/enrich/record/head';
import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import type { RunPorts } from '../../../shared/enrich/sheet/ports';
import { begin } from '../../../shared/enrich/start';
import { summarize, type Summary } from '../../../shared/enrich/summary';
import { takeOver } from '../../../shared/enrich/holder';
import { undo, type Undone } from '../../../shared/enrich/undo/undo';
import { TraceError } from '../../../shared/errors/trace-error';
import type { Edit, EnrichHistory } from '../enrich-history';
import { PlayedAnswers } from './answers';
import type { OpenFile, PlayedFile } from './file';
import { OwnedCells, type OwnedCell } from './owned-cells';
import { Closed, Page } from './page';
import { Person } from './person';
import { answerTo, DOMAIN, inputOf, ownValue, tableOf, toName } from './table';

/** How many rows are written at once, and how many companies are asked for at once. */
interface PlayedSizes {
  readonly block: number;
  readonly batch: number;
}

/** Several blocks in a small table, and several requests in a block. */
export const SMALL: PlayedSizes = { block: 6, batch: 3 };
const NOTHING_HAPPENS = async (): Promise<readonly never[]> => [];

/**
 * A file with an enrichment, a user who edits it at any time, and what each cell would contain without the
 * enrichment.
 */
export class PlayedEnrichment {
  readonly file: PlayedFile;
  readonly owned: OwnedCells;
  private readonly person: Person;
  /** Values that were written beside a company that they do not belong to. */
  readonly misplaced: string[] = [];
  readonly ends: (Ending | null)[] = [];
  undone: Undone | null = null;
  counts: Summary | null = null;
  /** How many rows showed their answer when they were counted. */
  shown = 0;
  /** The owner's values that were neither in place nor in the record when the undo began. */
  lost: readonly GridValue[] = [];
  /** The title cells of the filled columns. */
  private titles: readonly OwnedCell[] = [];
  /** A page that only reads. */
  private readonly quiet: Page;
  private calls = 0;
  private edits: Edit[] = [];
  private tokens = 0;

  constructor(
    readonly history: EnrichHistory,
    open: OpenFile,
    private readonly sizes: PlayedSizes,
  ) {
    this.file = open(tableOf(history));
    this.owned = new OwnedCells(tableOf(history));
    this.person = new Person(this.file, this.owned, () => this.targetColumns());
    this.quiet = this.page(false);
  }

  /**
   * Plays sessions with an increasing limit, then an undo without interference, repeated until it says that nothing
   * more can be done.
   */
  async play(): Promise<this> {
    const { allowed, edits, editsOfUndo } = this.history;
    try {
      for (const [session, companies] of allowed.entries())
        await this.session(session === 0, companies, session === 0 ? edits : []);
      this.person.deleteCopies();
      await this.session(false, Infinity, []);
      await this.count();
      await this.undoWith(editsOfUndo);
      this.person.deleteCopies();
      await this.undoWith([]);
    } finally {
      this.file.close();
    }
    return this;
  }

  /** The filled columns, even after their marks are gone. */
  targetColumns(): readonly number[] {
    return this.titles.map((title) => this.owned.columnOf(title)).filter((column) => column >= 0);
  }

  /**
   * If a user gives a row the input of another one, the row gets what was beside that input, which is all that the
   * record contains. What was beside its own input is listed if it has no place any more.
   */
  stoodBeside(row: number, target: number, value: GridValue): boolean {
    const { edits, editsOfUndo, rows } = this.history;
    const givesInputs = [...edits, ...editsOfUndo].some(({ does }) => does === 'sortInputs' || does === 'copyInput');
    if (!givesInputs) return false;
    const input = this.file.values()[row]![this.person.columnOf(DOMAIN)];
    if (value === '' || target > 0) return value === '';
    return rows.some((each) => ownValue(each) === value && inputOf(each) === input);
  }

  private async session(isFirst: boolean, companies: number, edits: readonly Edit[]): Promise<void> {
    this.expect(edits);
    const page = this.page(true);
    const answers = this.answersFor(page, companies);
    try {
      if (isFirst) {
        const settings = { run: 'r1', maxAgeMs: 0, quoted: 5 };
        const { record, reading } = await begin(page.ports, await this.plan(), settings);
        this.ends.push((await fill(page.ports, answers, record, { sizes: this.fillSizes, reading })).ended);
      } else await this.resume(page.ports, answers);
    } catch (thrown) {
      if (!(thrown instanceof Closed) && !(thrown instanceof TraceError)) throw thrown;
    } finally {
      page.close();
    }
  }

  private async resume(ports: RunPorts, answers: PlayedAnswers): Promise<void> {
    const record = await this.readRecord();
    if (record === null || record.head.state === 'saving' || record.head.state === 'undoing') return;
    await takeOver(ports, record, 'open');
    this.ends.push((await fill(ports, answers, record, { sizes: this.fillSizes })).ended);
  }

  private async undoWith(edits: readonly Edit[]): Promise<void> {
    this.undone = null;
    this.expect(edits);
    const record = await this.readRecord();
    if (record === null) return;
    const page = this.page(true);
    try {
      this.undone = await undo(page.ports, record, toName, this.sizes);
    } catch (thrown) {
      if (!(thrown instanceof Closed)) throw thrown;
    } finally {
      page.close();
    }
  }

  private async count(): Promise<void> {
    const record = await this.readRecord();
    this.lost = this.findLost(record);
    if (record === null) return;
    const reading = await readTable(this.quiet.ports, record.head).catch(() => null);
    if (reading === null) return;
    this.counts = summarize(record, reading);
    const input = this.person.columnOf(DOMAIN);
    const [target = -1] = this.targetColumns();
    this.shown = this.file.values().filter((row) => {
      const name = toName(row[input] ?? '');
      const isTracked = name !== null && name !== 'nobody.example';
      return record.isSelected(String(row[input])) && isTracked && row[target] === answerTo(name);
    }).length;
  }

  private findLost(record: EnrichmentRecord | null): readonly GridValue[] {
    const before = record === null ? [] : [...record.inputs.values()];
    const kept = new Set(before.flatMap(({ rows }) => rows.map((row) => valueIn(row[0]!))));
    return this.file.values().flatMap((cells, row) =>
      this.targetColumns().flatMap((column) => {
        const { value: owner } = this.owned.at(row, column);
        return owner === '' || (cells[column] ?? '') === owner || kept.has(owner) ? [] : [owner];
      }),
    );
  }

  private async readRecord(): Promise<EnrichmentRecord | null> {
    const record = await findRecord(this.quiet.ports);
    return record === 'none' || record === 'damaged' ? null : record;
  }

  private get fillSizes(): { readonly block: number; readonly ahead: number } {
    return { block: this.sizes.block, ahead: this.sizes.block };
  }

  /** @param isWatched whether anything happens meanwhile */
  private page(isWatched: boolean): Page {
    const before = isWatched ? () => this.doDueEdits() : NOTHING_HAPPENS;
    return new Page(
      this.file,
      {
        before,
        onMarks: (columns) => void (this.titles = columns.map((column) => this.owned.at(0, column))),
        onCell: (row, column, value) => this.noteWrite(row, column, value),
      },
      () => (this.tokens += 1) / 1_000_000,
    );
  }

  private answersFor(page: Page, companies: number): PlayedAnswers {
    return new PlayedAnswers(companies, this.sizes, (act) => page.call(act));
  }

  private async plan(): Promise<Plan> {
    const { mode, hasStatus, unselected } = this.history;
    const industry: Choice = { adds: 'company', field: 'industry' };
    const found = triage(
      this.file.values().map((row) => [row[1] ?? '']),
      0,
    );
    return planRun(this.quiet.ports, {
      sheet: this.file.sheet,
      inputColumn: 1,
      headerRow: 0,
      rows: found.rows.filter(({ row }) => !unselected.includes(row - 1)),
      choices: hasStatus ? [industry, { adds: 'status' }] : [industry],
      where: mode === 'new' ? 'newColumns' : 'sameTitles',
      mode: mode === 'overwrite' ? 'overwrite' : 'onlyEmpty',
      isOverwriteConfirmed: true,
      withHidden: true,
    });
  }

  private noteWrite(row: number, column: number, is: GridValue): void {
    const name = toName(this.file.values()[row]?.[this.person.columnOf(DOMAIN)] ?? '');
    const isStatus = ['found', 'not tracked', 'no data'].includes(String(is)) || String(is).startsWith('skipped');
    if (is === '' || isStatus || (name !== null && is === answerTo(name))) return;
    this.misplaced.push(`${is} beside ${name} in ${column}`);
  }

  private expect(edits: readonly Edit[]): void {
    this.calls = 0;
    this.edits = [...edits].sort((a, b) => a.at - b.at);
  }

  private async doDueEdits(): Promise<readonly ('close' | 'loseAnswer' | 'other')[]> {
    const due: Edit[] = [];
    while (this.edits[0] !== undefined && this.edits[0].at <= this.calls) due.push(this.edits.shift()!);
    this.calls += 1;
    for (const edit of due) {
      if (edit.does === 'undoElsewhere' || edit.does === 'resumeElsewhere') await this.doElsewhere(edit.does);
      else this.person.edit(edit);
    }
    return due.map(({ does }) => (does === 'close' || does === 'loseAnswer' ? does : 'other'));
  }

  /** Acts on another page, without edits meanwhile. */
  private async doElsewhere(does: 'undoElsewhere' | 'resumeElsewhere'): Promise<void> {
    const page = this.page(false);
    const record = await this.readRecord();
    if (record === null) return;
    if (does === 'undoElsewhere') return void (await undo(page.ports, record, toName, this.sizes));
    await this.resume(page.ports, this.answersFor(page, Infinity)).catch((thrown: unknown) => {
      if (!(thrown instanceof TraceError)) throw thrown;
    });
  }
}
