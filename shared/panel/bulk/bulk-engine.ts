import type { RunEvent } from '../../bulk/sheet/run-events';
import { toRunPorts, type PersonPort, type RunPorts, type Wish } from '../../bulk/sheet/ports';
import { toTraceError, type TraceError } from '../../errors/trace-error';
import type { BulkHost } from '../bulk-host';

export type Ended<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: TraceError };

/** A task of the page: a run, an undo or a look at the sheet. */
export type Errand<T> = (ports: RunPorts) => Promise<T>;

/** Performs the page's tasks on its host one at a time, since two at once would interfere with each other. */
export class BulkEngine {
  /** What the user wants of each task that is under way or waiting. */
  private readonly wishes = new Set<{ wish: Wish }>();
  private last: Promise<unknown> = Promise.resolve();

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
