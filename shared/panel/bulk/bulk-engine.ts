import type { RunEvent } from '../../bulk/sheet/run-events';
import { runOnGrid, type RunTask } from '../../bulk/sheet/ports';
import { toRunError } from '../../errors/say';
import { toTraceError, type TraceError } from '../../errors/trace-error';
import type { BulkHost } from '../bulk-host';

export type Ended<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: TraceError };

/** Does the tasks of the page over its host, one after the other: two at once would read and write across each other. */
export class BulkEngine {
  /** What the person wants of the task that is under way. */
  wish: 'goOn' | 'pause' | 'stop' = 'goOn';
  private last: Promise<unknown> = Promise.resolve();

  constructor(readonly host: BulkHost) {}

  /** Never rejects. */
  do<T>(toTask: () => RunTask<T>, onTell: (event: RunEvent) => void = () => undefined): Promise<Ended<T>> {
    const ended = this.last.then(() => this.perform(toTask, onTell));
    this.last = ended;
    return ended;
  }

  private async perform<T>(toTask: () => RunTask<T>, onTell: (event: RunEvent) => void): Promise<Ended<T>> {
    this.wish = 'goOn';
    const performers = {
      ...this.host.performers,
      control: () => this.wish,
      tell: ({ event }: { readonly event: RunEvent }) => onTell(event),
    };
    try {
      return { ok: true, value: await runOnGrid(toTask(), performers) };
    } catch (thrown) {
      return { ok: false, error: toRunError(toTraceError(thrown)) };
    }
  }
}

/** What a host does, or the sentence that says why not. */
export async function attempt<T>(act: () => Promise<T>): Promise<Ended<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (thrown) {
    return { ok: false, error: toTraceError(thrown) };
  }
}
