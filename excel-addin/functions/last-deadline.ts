import { TraceError } from '../../shared/formulas';

/** Each request, pause and store has its own limit; together they may take this long, and no cell waits longer. */
const ENDS_WITHIN_MS = 300_000;

interface Call {
  readonly lateMs: number;
  readonly fail: (thrown: unknown) => void;
}

/** In the order in which they began. */
const calls = new Set<Call>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Shows a call's answer or its error. After five minutes that is `timedOut`: whatever hangs, a cell must not stay at
 * `#BUSY!` forever. One timer serves all calls, since thousands may be in progress.
 *
 * @param show called for the first outcome only, like `showError`: Excel shows no other one
 */
export function inTime<T, R>(answer: Promise<T>, show: (value: T) => R, showError: (thrown: unknown) => R): Promise<R> {
  return new Promise((resolve) => {
    const end = (shown: () => R): void => {
      if (!calls.delete(call)) return;
      if (calls.size === 0) clearTimeout(timer);
      try {
        resolve(shown());
      } catch (thrown) {
        resolve(showError(thrown));
      }
    };
    const fail = (thrown: unknown): void => end(() => showError(thrown));
    const call = { lateMs: Date.now() + ENDS_WITHIN_MS, fail };
    if (calls.size === 0) watch(ENDS_WITHIN_MS);
    calls.add(call);
    answer.then((value) => end(() => show(value)), fail);
  });
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
