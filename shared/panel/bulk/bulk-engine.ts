import type { RunEvent } from '../../bulk/sheet/run-events';
import { toRunPorts, type PersonPort, type RunPorts, type Wish } from '../../bulk/sheet/ports';
import { toTraceError, type TraceError } from '../../errors/trace-error';
import type { BulkHost, Selection } from '../bulk-host';

export type Ended<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: TraceError };

/** A task of the page: a run, an undo or a look at the sheet. */
export type Errand<T> = (ports: RunPorts) => Promise<T>;

/** Performs the page's tasks on its host one at a time, since two at once would interfere with each other. */
export class BulkEngine {
  /** What the user wants of each task that is under way or waiting. */
  private readonly wishes = new Set<{ wish: Wish }>();
  private last: Promise<unknown> = Promise.resolve();
  /** The cell that the page itself selected last. */
  private shown: readonly [sheet: string, row: number, column: number] | null = null;

  constructor(readonly host: BulkHost) {}

  /** Applies to the task under way and to those waiting. */
  set wish(wish: Wish) {
    for (const own of this.wishes) own.wish = wish;
  }

  /** Never rejects. */
  do<T>(errand: Errand<T>, onTell: (event: RunEvent) => void = () => undefined): Promise<Ended<T>> {
    const own: { wish: Wish } = { wish: 'goOn' };
    this.wishes.add(own);
    const ended = this.last.then(() => this.perform(errand, { wish: () => own.wish, tell: onTell }));
    this.last = ended;
    void ended.then(() => this.wishes.delete(own));
    return ended;
  }

  /** Selects a cell to show it. Rows and columns count from 0. */
  async showCell(sheet: string, row: number, column: number): Promise<void> {
    this.shown = [sheet, row, column];
    await this.host.showCell(sheet, row, column);
  }

  /** Whether the page itself selected this, to show it. */
  isShown(selection: Selection | 'object' | null): boolean {
    if (selection === null || selection === 'object' || this.shown === null) return false;
    const [sheet, row, column] = this.shown;
    return selection.sheet === sheet && selection.row === row && selection.column === column && selection.rows === 1;
  }

  private async perform<T>(errand: Errand<T>, person: PersonPort): Promise<Ended<T>> {
    try {
      return { ok: true, value: await errand(toRunPorts(this.host.ports, person)) };
    } catch (thrown) {
      return { ok: false, error: toTraceError(thrown) };
    }
  }
}

/** The host's result, or the error. */
export async function attempt<T>(act: () => Promise<T>): Promise<Ended<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (thrown) {
    return { ok: false, error: toTraceError(thrown) };
  }
}
