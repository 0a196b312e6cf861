/**
 * Work that needs room. Whoever was asked before on the same room is answered once this work is on its way: a page that
 * answers hundreds of cells in between leaves its connections idle.
 *
 * @param sent to call once nothing more is needed but the service's answer
 * @returns what answers those who wait for it; `null`: nobody does
 */
export type Work = (sent: () => void) => Promise<Answer | null>;

export type Answer = () => void;

/** Starts work once there is room for it. */
export type AtOnce = (work: Work) => Promise<void>;

/** Room for a number of tasks at once. The others wait in order. */
export function atMost(most: number): AtOnce {
  let running = 0;
  const waiting: ((earlier: Answer | null) => void)[] = [];
  return async (work) => {
    let earlier: Answer | null = null;
    if (running < most) running += 1;
    else earlier = await new Promise<Answer | null>((start) => waiting.push(start));
    const answerEarlier = (): void => {
      const waits = earlier;
      earlier = null;
      waits?.();
    };
    let answer: Answer | null = null;
    try {
      answer = await work(answerEarlier);
    } finally {
      answerEarlier();
      const next = waiting.shift();
      if (next !== undefined) next(answer);
      else {
        running -= 1;
        answer?.();
      }
    }
  };
}
