import type { PanelAnswer, SpendingStatus } from '../protocol';

interface Spaced {
  readonly call: () => void;
  readonly stop: () => void;
}

/** Calls at once. Further calls within the gap lead to one call at its end. */
export function makeSpaced(action: () => void, gapMs: number): Spaced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  const act = (): void => {
    isDue = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isDue) act();
    }, gapMs);
    action();
  };
  return {
    call() {
      if (timer === undefined) act();
      else isDue = true;
    },
    stop: () => clearTimeout(timer),
  };
}

const ASK_EVERY_MS = 500;
/** Excel calculates in several messages, with gaps between them. */
const QUIET_LOOKS = 3;
/** Longer than any formula takes. */
const MOST_ASKS = 240;

interface Answered {
  readonly status: PanelAnswer<SpendingStatus>;
  /** Whether every formula has its answer. */
  readonly isAnswered: boolean;
}

/** Resolves after so many milliseconds. */
export function pause(forMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, forMs));
}

/**
 * Waits until the recalculated formulas have their answers, or new problems. A host that cannot tell is asked once.
 *
 * @param ask asks for the spending
 * @param wait {@link pause}
 */
export async function untilAnswered(
  ask: () => Promise<PanelAnswer<SpendingStatus>>,
  wait: typeof pause,
): Promise<Answered> {
  let quiet = 0;
  for (let asks = 1; ; asks += 1) {
    const status = await ask();
    if (!status.ok || status.value.fetching === undefined) return { status, isAnswered: false };
    quiet = status.value.fetching === 0 ? quiet + 1 : 0;
    if (quiet === QUIET_LOOKS) return { status, isAnswered: true };
    if (asks === MOST_ASKS) return { status, isAnswered: false };
    await wait(ASK_EVERY_MS);
  }
}
