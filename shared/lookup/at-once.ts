/**
 * Work that needs a free slot. The cells of earlier work in this slot are answered once this work is on its way: a page
 * that answered hundreds of cells first would leave its connections idle.
 *
 * @param sent to call once only the service's answer is missing
 * @returns a function that answers the waiting cells; `null`: no cell waits
 */
export type Work = (sent: () => void) => Promise<Answer | null>;

export type Answer = () => void;

/** Starts work once a slot is free. */
export type AtOnce = (work: Work) => Promise<void>;

/** Slots for a number of tasks. Further tasks wait in order. */
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
