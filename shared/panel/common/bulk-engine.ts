import { stretchesOf } from '../../enrich/sheet/write-guard';
import type { RunEvent } from '../../enrich/sheet/run-events';
import { toRunPorts, type PersonPort, type RunPorts, type PersonWish } from '../../enrich/sheet/ports';
import { toTraceError, type TraceError } from '../../errors/trace-error';
import type { BulkHost, Selection } from '../bulk-host';

/** The result of something that may fail. */
export type Attempted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: TraceError };

/** A task of the page: a run, an undo or a look at the sheet. */
export type Errand<T> = (ports: RunPorts) => Promise<T>;

/** Performs the page's tasks on its host one at a time, since two at once would interfere with each other. */
export class BulkEngine {
  /** What the user wants of each task that is under way or waiting. */
  private readonly wishes = new Set<{ wish: PersonWish }>();
  private last: Promise<unknown> = Promise.resolve();
  /** What the page itself selected last, each area as one text. */
  private shown: ReadonlySet<string> = new Set();

  constructor(readonly host: BulkHost) {}

  /** Applies to the task under way and to those waiting. */
  set wish(wish: PersonWish) {
    for (const own of this.wishes) own.wish = wish;
  }

  /** Never rejects. */
  do<T>(errand: Errand<T>, onTell: (event: RunEvent) => void = () => undefined): Promise<Attempted<T>> {
    const own: { wish: PersonWish } = { wish: 'goOn' };
    this.wishes.add(own);
    const ended = this.last.then(() => this.perform(errand, { wish: () => own.wish, tell: onTell }));
    this.last = ended;
    void ended.then(() => this.wishes.delete(own));
    return ended;
  }

  /** Selects cells of a column to show them. Rows and columns count from 0; rows ascend. */
  async showCells(sheet: string, column: number, rows: readonly number[]): Promise<void> {
    this.shown = new Set(stretchesOf(rows).map((area) => [sheet, column, area.row, area.rows].join(' ')));
    await this.host.showCells(sheet, column, rows);
  }

  /** Whether the page itself selected these cells, to show them. */
  isShown(selection: Selection | 'object' | null): boolean {
    if (selection === null || selection === 'object' || selection.columns !== 1) return false;
    const { sheet, column, row, rows } = selection;
    return this.shown.has([sheet, column, row, rows].join(' '));
  }

  /** Runs an errand at once, since it concerns neither the sheet nor a run. Never rejects. */
  beside<T>(errand: Errand<T>): Promise<Attempted<T>> {
    return this.perform(errand, { wish: () => 'goOn', tell: () => undefined });
  }

  private async perform<T>(errand: Errand<T>, person: PersonPort): Promise<Attempted<T>> {
    try {
      return { ok: true, value: await errand(toRunPorts(this.host.ports, person)) };
    } catch (thrown) {
      return { ok: false, error: toTraceError(thrown) };
    }
  }
}

/** The host's result, or the error. */
export async function attempt<T>(act: () => Promise<T>): Promise<Attempted<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (thrown) {
    return { ok: false, error: toTraceError(thrown) };
  }
}
