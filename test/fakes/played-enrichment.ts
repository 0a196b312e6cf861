import type { Choice } from '../../shared/enrich/plan/column-spec';
import { planRun, type PlanRequest } from '../../shared/enrich/plan/plan';
import { triage } from '../../shared/enrich/plan/triage';
import type { RunAnswer } from '../../shared/enrich/answers/run-answer';
import type { GridCell, GridValue } from '../../shared/enrich/sheet/cell-values';
import type { RunPorts } from '../../shared/enrich/sheet/ports';
import { fill } from '../../shared/enrich/fill';
import type { Ending } from '../../shared/enrich/record/head';
import { namingOf } from '../../shared/enrich/naming';
import type { AnswersPort } from '../../shared/enrich/ports';
import { readTable } from '../../shared/enrich/reading';
import { readRecord, type EnrichmentRecord } from '../../shared/enrich/record/enrichment-record';
import { begin } from '../../shared/enrich/start';
import { summarize, type Summary } from '../../shared/enrich/summary';
import { takeOver } from '../../shared/enrich/take-over';
import { undo, type Undone } from '../../shared/enrich/undo/undo';
import { TraceError } from '../../shared/errors/trace-error';
import type { Edit, EnrichHistory } from './enrich-history';
import { MemoryGrid } from './memory-grid';

const BLOCK = 3;
const SIZES = { block: BLOCK, ahead: BLOCK };
const COMPANIES = ['a1.example', 'b2.example', 'c3.example', 'd4.example', 'nobody.example'];
const NOTE = 'Note';
const DOMAIN = 'Domain';
const INDUSTRY = 'Industry';
const INDUSTRY_CHOICE: Choice = { adds: 'company', field: 'industry' };

type Cell = MemoryGrid['rows'][number][number];

/** The page was closed: nothing of it goes on. */
class Closed extends Error {}

function answerTo(name: string): string {
  return name === 'nobody.example' ? 'not tracked' : `industry of ${name}`;
}

/** A file with an enrichment, a person who edits it at any time, and what each cell would hold without the enrichment. */
export class PlayedEnrichment {
  readonly grid: MemoryGrid;
  /** Cells that hold what the person has put there, or would if nothing had been enriched. */
  readonly owned = new WeakMap<Cell, GridValue>();
  /** Values that were written beside a company that they are no answer for. */
  readonly misplaced: string[] = [];
  readonly asked: string[] = [];
  readonly ends: (Ending | null)[] = [];
  undone: Undone | null = null;
  counts: Summary | null = null;
  /** How many rows showed their answer when they were counted. */
  shown = 0;
  /** Owner's values that neither stood nor were in the record when the undo began. */
  lost: GridValue[] = [];
  private typed = 0;
  private calls = 0;
  private edits: Edit[] = [];
  private copies: Cell[] = [];
  private tokens = 0;

  constructor(readonly history: EnrichHistory) {
    const isNew = history.mode === 'new';
    const titles = isNew ? [NOTE, DOMAIN] : [NOTE, DOMAIN, INDUSTRY];
    const rows = history.rows.map((each) => {
      const row = [`note ${each.note}`, inputOf(each)];
      return isNew ? row : [...row, each.own === 0 ? '' : `own ${each.own}`];
    });
    this.grid = new MemoryGrid([titles, ...rows]);
    this.grid.onPut = (row, column, cell) => this.noteWrite(row, column, cell);
    for (const row of this.grid.rows) for (const cell of row) this.owned.set(cell, cell.value);
  }

  /** Sessions with an ever greater limit, then an undo in peace, repeated until it says that nothing more can be done. */
  async play(): Promise<this> {
    const { allowed, edits, editsOfUndo } = this.history;
    for (const [session, companies] of allowed.entries())
      await this.session(session === 0, companies, session === 0 ? edits : []);
    this.deleteCopies();
    await this.session(false, Infinity, []);
    await this.count();
    this.lost = await this.findLost();
    await this.undoWith(editsOfUndo);
    this.deleteCopies();
    await this.undoWith([]);
    return this;
  }

  private async session(isFirst: boolean, companies: number, edits: readonly Edit[]): Promise<void> {
    this.calls = 0;
    this.edits = [...edits].sort((a, b) => a.at - b.at);
    const page = this.page(companies, true);
    try {
      if (isFirst) {
        const { record, reading } = await begin(page.ports, await this.plan(), { run: 'r1', maxAgeMs: 0, quoted: 5 });
        this.ends.push((await fill(page.ports, page.answers, record, { sizes: SIZES, reading })).ended);
      } else await this.resume(page);
    } catch (thrown) {
      if (!(thrown instanceof Closed) && !(thrown instanceof TraceError)) throw thrown;
    } finally {
      page.close();
    }
  }

  private async resume(page: Page): Promise<void> {
    const record = this.readRecord();
    if (record === null) return;
    if (record.head.state === 'saving' || record.head.state === 'undoing') return;
    await takeOver(page.ports, record, 'open');
    this.ends.push((await fill(page.ports, page.answers, record, { sizes: SIZES })).ended);
  }

  private async undoWith(edits: readonly Edit[]): Promise<void> {
    this.undone = null;
    this.calls = 0;
    this.edits = [...edits].sort((a, b) => a.at - b.at);
    const page = this.page(0, true);
    const record = this.readRecord();
    if (record === null) return;
    try {
      this.undone = await undo(page.ports, record, toName, { block: BLOCK });
    } catch (thrown) {
      if (!(thrown instanceof Closed)) throw thrown;
    } finally {
      page.close();
    }
  }

  readRecord(): EnrichmentRecord | null {
    return this.grid.record === null ? null : readRecord(this.grid.record);
  }

  private async count(): Promise<void> {
    const record = this.readRecord();
    if (record === null) return;
    const { ports } = this.page(0, false);
    const reading = await readTable(ports, record.head).catch(() => null);
    if (reading === null) return;
    this.counts = summarize(record, reading);
    this.shown = this.grid.rows.filter(
      (row) => record.planned.has(String(row[this.columnOf(DOMAIN)]?.value)) && this.showsAnswer(row),
    ).length;
  }

  /** Whether a company that Trace tracks has its answer beside it. */
  private showsAnswer(row: readonly Cell[]): boolean {
    const name = toName(row[this.columnOf(DOMAIN)]?.value ?? '');
    const [target] = this.targetColumns();
    return name !== null && name !== 'nobody.example' && row[target ?? -1]?.value === answerTo(name);
  }

  private async findLost(): Promise<GridValue[]> {
    const record = this.readRecord();
    const kept = new Set(
      record === null ? [] : [...record.before(0).values()].flatMap(({ values }) => values.map(([value]) => value)),
    );
    return this.targetCells()
      .filter((cell) => {
        const owner = this.ownerOf(cell);
        return owner !== '' && cell.value !== owner && !kept.has(owner);
      })
      .map((cell) => this.ownerOf(cell));
  }

  /** Where inputs were sorted without their rows, a value that stood beside an input may stand beside it again. */
  stoodBeside(row: number, target: number, value: GridValue): boolean {
    if (![...this.history.edits, ...this.history.editsOfUndo].some(({ does }) => does === 'sortInputs')) return false;
    const input = this.grid.rows[row]![this.columnOf(DOMAIN)]?.value;
    if (value === '' || target > 0) return value === '';
    return this.history.rows.some((each) => each.own !== 0 && `own ${each.own}` === value && inputOf(each) === input);
  }

  ownerOf(cell: Cell): GridValue {
    return this.owned.get(cell) ?? '';
  }

  /** All cells of the filled columns, titles included. */
  targetCells(): Cell[] {
    const columns = this.targetColumns();
    return this.grid.rows.flatMap((row) => columns.flatMap((column) => row[column] ?? []));
  }

  /** Where the filled columns are, also once their marks are gone. */
  targetColumns(): readonly number[] {
    const run = this.readRecord()?.head.run;
    const marked = this.grid.anchors.all(run).filter(({ name }) => name !== 'input');
    const [titles] = this.grid.rows;
    if (marked.length === 0) return this.titles.map((title) => titles!.indexOf(title)).filter((column) => column >= 0);
    const columns = marked.map(({ column }) => column);
    this.titles = columns.map((column) => this.grid.at(0, column));
    return columns;
  }
  private titles: Cell[] = [];

  /** A page of the person, which waits for its host at each call. */
  private page(companies: number, isWatched: boolean): Page {
    const { grid } = this;
    let isClosed = false;
    let left = companies;
    const found = new Map<string, RunAnswer>();
    const call = async <T>(act: () => Promise<T>, mayLose = false): Promise<T> => {
      if (isClosed) throw new Closed();
      const doesNow = isWatched ? await this.dueEdits() : [];
      if (doesNow.includes('close')) isClosed = true;
      if (isClosed) throw new Closed();
      const result = await act();
      this.targetColumns();
      if (doesNow.includes('loseAnswer') && mayLose) throw new TraceError('unreachable', {});
      return result;
    };
    const { sheet, recordPort: record, anchors } = grid;
    const ports: RunPorts = {
      sheet: {
        info: (id) => call(() => sheet.info(id)),
        list: () => call(() => sheet.list()),
        read: (reading) => call(() => sheet.read(reading)),
        addColumns: (id, count) => call(() => sheet.addColumns(id, count)),
        write: (writing) => call(() => sheet.write(writing), true),
      },
      anchors: {
        put: (run, id, marks, rows) => call(() => anchors.put(run, id, marks, rows)),
        find: (run, names) => call(() => anchors.find(run, names)),
        remove: (run) => call(() => anchors.remove(run)),
      },
      record: {
        load: () => call(() => record.load()),
        make: (rows, head) => call(() => record.make(rows, head), true),
        append: (holder, head, rows) => call(() => record.append(holder, head, rows), true),
        remove: (holder: string | null) => call(() => record.remove(holder), true),
      },
      own: grid.own,
      person: grid.person,
      client: {} as RunPorts['client'],
      perform: async (task) => {
        const { value } = task.next();
        const asked = value as { readonly ask: string };
        this.tokens += 1;
        const answer = asked.ask === 'random' ? this.tokens / 1_000_000 : 0;
        const end = task.next(answer);
        if (!end.done) throw new Error('It asks for more.');
        return end.value;
      },
    };
    const answers: AnswersPort = {
      find: (next) =>
        call(async () => {
          for (const name of next) {
            if (left === 0) break;
            left -= 1;
            this.asked.push(name);
            found.set(name, toAnswer(name));
          }
          const answered = next.flatMap((name) => (found.has(name) ? [[name, found.get(name)!] as const] : []));
          const refused = next.filter((name) => !found.has(name)).map((name) => [name, REFUSED] as const);
          return new Map([...answered, ...refused]);
        }),
      end: async () => undefined,
      rowsNext: () => BLOCK,
      shown: () => undefined,
      spent: () => ({ charged: 0, saved: 0 }),
    };
    return { ports, answers, close: () => void (isClosed = true) };
  }

  private async plan() {
    const { mode, hasStatus, unselected } = this.history;
    const given = this.grid.rows.map((row) => [row[1]!.value]);
    const found = triage(given, 0);
    const request: PlanRequest = {
      sheet: 'sheet-1',
      inputColumn: 1,
      headerRow: 0,
      rows: found.rows.filter(({ row }) => !unselected.includes(row - 1)),
      choices: hasStatus ? [INDUSTRY_CHOICE, { adds: 'status' }] : [INDUSTRY_CHOICE],
      where: mode === 'new' ? 'newColumns' : 'sameTitles',
      mode: mode === 'overwrite' ? 'overwrite' : 'onlyEmpty',
      isOverwriteConfirmed: true,
      withHidden: true,
    };
    return await planRun({ sheet: this.grid.sheet } as unknown as RunPorts, request);
  }

  private noteWrite(row: number, column: number, cell: GridCell): void {
    if (cell.kind === 'before' || row === 0) return;
    const name = toName(this.grid.rows[row]![this.columnOf(DOMAIN)]?.value ?? '');
    const is = cell.kind === 'text' ? cell.text : '';
    const isStatus = ['found', 'not tracked', 'no data'].includes(is) || is.startsWith('skipped');
    if (!isStatus && (name === null || is !== answerTo(name))) this.misplaced.push(`${is} beside ${name} in ${column}`);
  }

  private columnOf(title: string): number {
    return this.grid.rows[0]!.findIndex(({ value }) => value === title);
  }

  private async dueEdits(): Promise<readonly string[]> {
    const due: Edit[] = [];
    while (this.edits[0] !== undefined && this.edits[0].at <= this.calls) due.push(this.edits.shift()!);
    this.calls += 1;
    for (const edit of due) await this.doEdit(edit);
    return due.map(({ does }) => does);
  }

  private async doEdit({ does, place, other }: Edit): Promise<void> {
    const { grid } = this;
    const body = grid.rows.length - 1;
    if (body < 1) return;
    const row = 1 + (place % body);
    const input = this.columnOf(DOMAIN);
    const columns = this.targetColumns();
    const target = columns[other % Math.max(1, columns.length)];
    switch (does) {
      case 'sortRows':
      case 'sortSomeRows': {
        const from = does === 'sortRows' ? 1 : row;
        const key = [input, this.columnOf(NOTE), target ?? input][other % 3]!;
        const sorted = grid.rows.splice(from);
        sorted.sort((a, b) => (String(a[key]?.value ?? '') < String(b[key]?.value ?? '') ? -1 : 1));
        grid.rows.push(...(place % 2 === 0 ? sorted : sorted.reverse()));
        return;
      }
      case 'sortInputs': {
        const cells = grid.rows.slice(1).map((each) => each[input]!);
        cells.sort((a, b) => (String(a.value) < String(b.value) ? 1 : -1));
        for (const [at, cell] of cells.entries()) grid.rows[at + 1]![input] = cell;
        return;
      }
      case 'insertRow':
        grid.rows.splice(row, 0, this.newRow(input, COMPANIES[other % COMPANIES.length]!));
        return;
      case 'deleteRow':
        grid.rows.splice(row, 1);
        return;
      case 'duplicateRow':
        grid.rows.splice(
          row,
          0,
          grid.rows[row]!.map((cell) => this.copyOf(cell)),
        );
        return;
      case 'typeAnswer':
        if (target !== undefined) this.put(grid.at(row, target), `typed ${(this.typed += 1)}`);
        return;
      case 'clearAnswer':
        if (target !== undefined) this.put(grid.at(row, target), '');
        return;
      case 'typeInput':
        this.put(grid.at(row, input), COMPANIES[other % COMPANIES.length]!);
        return;
      case 'copyInput':
        this.put(grid.at(row, input), grid.at(1 + (other % body), input).value);
        return;
      case 'typeNote':
        this.put(grid.at(row, this.columnOf(NOTE)), `note ${(this.typed += 1)}`);
        return;
      case 'insertColumn':
        for (const cells of grid.rows) cells.splice(Math.min(other % 4, cells.length), 0, { value: '' });
        return;
      case 'moveColumn':
        for (const cells of grid.rows) {
          while (cells.length < 4) cells.push({ value: '' });
          cells.splice(place % 4, 0, ...cells.splice(other % 4, 1));
        }
        return;
      case 'copyColumn': {
        if (target === undefined) return;
        const end = Math.max(...grid.rows.map(({ length }) => length));
        for (const [at, cells] of grid.rows.entries()) {
          const copy = this.copyOf(cells[target] ?? { value: '' });
          while (cells.length < end) cells.push({ value: '' });
          cells.push(copy);
          if (at === 0) this.copies.push(copy);
        }
        grid.anchors.copied(target, end);
        return;
      }
      case 'renameTitle':
        if (target !== undefined) this.put(grid.at(0, target), `title ${(this.typed += 1)}`);
        return;
      case 'formatAnswer':
        if (target !== undefined) grid.at(row, target).format = '0.00';
        return;
      case 'undoElsewhere':
      case 'resumeElsewhere': {
        const left = this.edits;
        this.edits = [];
        const page = this.page(Infinity, false);
        const record = this.readRecord();
        if (record !== null && does === 'undoElsewhere') await undo(page.ports, record, toName, { block: BLOCK });
        else if (record !== null)
          await this.resume(page).catch((thrown: unknown) => {
            if (!(thrown instanceof TraceError)) throw thrown;
          });
        this.edits = left;
        return;
      }
      case 'loseAnswer':
      case 'close':
        return;
    }
  }

  private newRow(input: number, company: string): Cell[] {
    const cells: Cell[] = Array.from({ length: input + 1 }, () => ({ value: '' }));
    this.put(cells[input]!, company);
    return cells;
  }

  private copyOf(cell: Cell): Cell {
    const copy = { ...cell };
    this.owned.set(copy, this.ownerOf(cell));
    return copy;
  }

  private put(cell: Cell, value: GridValue): void {
    cell.value = value;
    this.owned.set(cell, value);
  }

  /** The person deletes copied columns, as the panel asks for. */
  private deleteCopies(): void {
    for (const copy of this.copies.splice(0)) {
      const at = this.grid.rows[0]!.indexOf(copy);
      if (at >= 0) for (const cells of this.grid.rows) cells.splice(at, 1);
    }
  }
}

function inputOf({ company, isUrl }: EnrichHistory['rows'][number]): string {
  return isUrl ? `https://${COMPANIES[company]}/` : COMPANIES[company]!;
}

interface Page {
  readonly ports: RunPorts;
  readonly answers: AnswersPort;
  readonly close: () => void;
}

const REFUSED: RunAnswer = {
  cells: [null, null],
  error: new TraceError('runCapReached', { credits: 1 }),
  as: { is: 'cut' },
};

const toName = namingOf({ looksUp: 'company' });

function toAnswer(name: string): RunAnswer {
  const text = answerTo(name);
  const isTracked = text !== 'not tracked';
  const cell: GridCell = isTracked
    ? { kind: 'text', text, isLiteral: false }
    : { kind: 'text', text, isLiteral: false, says: 'notTracked' };
  return { cells: [cell, null], error: null, as: { is: 'written', found: isTracked ? 'data' : 'notTracked' } };
}
