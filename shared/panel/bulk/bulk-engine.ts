import type { RunEvent } from '../../bulk/sheet/run-events';
import { toRunPorts, type PersonPort, type RunPorts, type Wish } from '../../bulk/sheet/ports';
import { toTraceError, type TraceError } from '../../errors/trace-error';
import type { BulkHost } from '../bulk-host';

export type Ended<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: TraceError };

/** What the page asks of a run, an undo or a look at the sheet. */
export type Errand<T> = (ports: RunPorts) => Promise<T>;

/** Does the page's errands over its host, one after the other: two at once would read and write across each other. */
export class BulkEngine {
  /** What the person wants of each errand that is under way, or waits until it is done. */
  private readonly wishes = new Set<{ wish: Wish }>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(readonly host: BulkHost) {}

  /** Of what is under way, and of what waits for it. */
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

/** What a host does, or the sentence that says why not. */
export async function attempt<T>(act: () => Promise<T>): Promise<Ended<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (thrown) {
    return { ok: false, error: toTraceError(thrown) };
  }
}
