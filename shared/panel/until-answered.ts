import type { PanelAnswer, SpendingStatus } from './protocol';

const LOOK_EVERY_MS = 500;
/** Excel calculates in several messages, with gaps between them. */
const QUIET_LOOKS = 3;
/** Longer than any formula takes. */
const MOST_LOOKS = 240;

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
 * @param look asks for the spending
 * @param wait {@link pause}
 */
export async function untilAnswered(
  look: () => Promise<PanelAnswer<SpendingStatus>>,
  wait: typeof pause,
): Promise<Answered> {
  let quiet = 0;
  for (let looks = 1; ; looks += 1) {
    const status = await look();
    if (!status.ok || status.value.fetching === undefined) return { status, isAnswered: false };
    quiet = status.value.fetching === 0 ? quiet + 1 : 0;
    if (quiet === QUIET_LOOKS) return { status, isAnswered: true };
    if (looks === MOST_LOOKS) return { status, isAnswered: false };
    await wait(LOOK_EVERY_MS);
  }
}
