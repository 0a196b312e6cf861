import { TraceError } from '../shared/formulas';

/** Each request, pause and store has a limit of its own; together they may take this long, and no cell waits longer. */
const ENDS_WITHIN_MS = 300_000;

interface Call {
  readonly lateMs: number;
  readonly fail: (thrown: unknown) => void;
}

/** In the order in which they began. */
const calls = new Set<Call>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * The result of a call, or what is shown for its error. After five minutes that is `timedOut`: whatever hangs, a cell must
 * not stay at `#BUSY!` for ever. One timer serves all calls, since thousands may be under way.
 */
export function inTime<T>(answer: Promise<T>, showError: (thrown: unknown) => T): Promise<T> {
  return new Promise((resolve) => {
    const fail = (thrown: unknown): void => {
      end(call);
      resolve(Promise.resolve(thrown).then(showError));
    };
    const call = { lateMs: Date.now() + ENDS_WITHIN_MS, fail };
    if (calls.size === 0) watch(ENDS_WITHIN_MS);
    calls.add(call);
    answer.then((value) => {
      end(call);
      resolve(value);
    }, fail);
  });
}

function end(call: Call): void {
  if (calls.delete(call) && calls.size === 0) clearTimeout(timer);
}

function watch(afterMs: number): void {
  timer = setTimeout(() => {
    for (const call of calls) {
      const leftMs = call.lateMs - Date.now();
      if (leftMs > 0) return watch(leftMs);
      call.fail(new TraceError('timedOut', {}));
    }
  }, afterMs);
}
