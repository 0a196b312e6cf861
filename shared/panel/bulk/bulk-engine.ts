import type { RunEvent } from '../../bulk/sheet/run-events';
import { toRunPorts, type RunPorts, type Wish } from '../../bulk/sheet/ports';
import { toTraceError, type TraceError } from '../../errors/trace-error';
import type { BulkHost } from '../bulk-host';

export type Ended<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: TraceError };

/** What the page asks of a run, an undo or a look at the sheet. */
export type Errand<T> = (ports: RunPorts) => Promise<T>;

/** Does the page's errands over its host, one after the other: two at once would read and write across each other. */
export class BulkEngine {
  /** What the person wants of the errand that is under way. */
  wish: Wish = 'goOn';
  private last: Promise<unknown> = Promise.resolve();

  constructor(readonly host: BulkHost) {}

  /** Never rejects. */
  do<T>(errand: Errand<T>, onTell: (event: RunEvent) => void = () => undefined): Promise<Ended<T>> {
    const ended = this.last.then(() => this.perform(errand, onTell));
    this.last = ended;
    return ended;
  }

  private async perform<T>(errand: Errand<T>, onTell: (event: RunEvent) => void): Promise<Ended<T>> {
    this.wish = 'goOn';
    const person = { wish: () => this.wish, tell: onTell };
    try {
      return { ok: true, value: await errand(toRunPorts(this.host.ports, person)) };
    } catch (thrown) {
      return { ok: false, error: toTraceError(thrown) };
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
