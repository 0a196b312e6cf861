/**
 * What Google says where calls of a service follow each other too fast: "Service invoked too many times in a short time:
 * urlfetch. Try Utilities.sleep(1000) between calls." The names of code are the same in every language.
 */
const RUSHED = /Utilities\.sleep|\brateMax\b|\bqps\b/;

/** Google asks for a second. Up to twice as long, so that those who wait do not all come at once. */
const PAUSE_MS = 1_000;
const MOST_REPEATS = 2;

/** Whether Google will allow the same call a moment later. */
export function isRushed(thrown: unknown): boolean {
  return RUSHED.test(String((thrown as { readonly message?: unknown } | null)?.message ?? thrown));
}

/** Acts again after a pause where Google finds that calls come too fast. @param act may run again from its start */
export function withPauses<T>(act: () => T): T {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return act();
    } catch (thrown) {
      if (repeats === MOST_REPEATS || !isRushed(thrown)) throw thrown;
      Utilities.sleep(PAUSE_MS * (1 + Math.random()));
    }
  }
}
