import { valueOf, type GridValue } from '../../../shared/enrich/sheet/cell-values';
import { toRunPorts, type GridWriting, type HostPorts, type RunPorts } from '../../../shared/enrich/sheet/ports';
import { TraceError } from '../../../shared/errors/trace-error';
import { watched, type Asked } from '../watched-ports';
import type { PlayedFile } from './file';

/** The page was closed: none of its code continues. */
export class Closed extends Error {}

/** What happens to one page. */
export interface PageEvents {
  /** Right before each of its calls to the host. */
  readonly before: () => Promise<readonly ('close' | 'loseAnswer' | 'other')[]>;
  readonly onMarks: (columns: readonly number[]) => void;
  readonly onCell: (row: number, column: number, value: GridValue) => void;
}

const MAY_LOSE: readonly Asked['ask'][] = ['sheet.write', 'record.make', 'record.append', 'record.remove'];

/** One page of a user, which waits for its host at each call. */
export class Page {
  readonly ports: RunPorts;
  private isClosed = false;

  constructor(
    private readonly file: PlayedFile,
    private readonly events: PageEvents,
    random: () => number,
  ) {
    const client = { now: () => 0, random } as unknown as HostPorts['client'];
    const watch = <T>(asked: Asked, act: () => Promise<T>): Promise<T> => {
      if (asked.ask === 'now' || asked.ask === 'random') return act();
      return this.call(() => this.see(asked, act), MAY_LOSE.includes(asked.ask));
    };
    const watchedPorts = watched({ ...file.openPage(), client }, watch);
    const put: HostPorts['anchors']['put'] = async (run, sheet, marks, rows) => {
      await watchedPorts.anchors.put(run, sheet, marks, rows);
      this.events.onMarks(marks.flatMap(({ name, column }) => (name === 'input' ? [] : [column])));
    };
    const ports = { ...watchedPorts, anchors: { ...watchedPorts.anchors, put } };
    this.ports = toRunPorts(ports, { wish: () => 'goOn', tell: () => undefined });
  }

  close(): void {
    this.isClosed = true;
  }

  /** @param mayLose whether the host's result may be lost on its way back */
  async call<T>(act: () => Promise<T>, mayLose = false): Promise<T> {
    if (this.isClosed) throw new Closed();
    const happens = await this.events.before();
    if (happens.includes('close')) this.isClosed = true;
    if (this.isClosed) throw new Closed();
    const result = await act();
    if (happens.includes('loseAnswer') && mayLose) throw new TraceError('unreachable', {});
    return result;
  }

  private async see<T>(asked: Asked, act: () => Promise<T>): Promise<T> {
    if (asked.ask !== 'sheet.write') return act();
    const before = this.file.values();
    const result = await act();
    this.tellWritten(asked.writing, before, this.file.values());
    return result;
  }

  private tellWritten({ rows, columns, cells }: GridWriting, before: Cells, after: Cells): void {
    for (const [at, row] of rows.entries()) {
      for (const [index, column] of columns.entries()) {
        const cell = cells[at]![index] ?? null;
        const is = after[row]?.[column] ?? '';
        if (cell === null || cell.kind === 'before' || row === 0 || is !== valueOf(cell)) continue;
        if (is !== (before[row]?.[column] ?? '')) this.events.onCell(row, column, is);
      }
    }
  }
}

type Cells = readonly (readonly GridValue[])[];
