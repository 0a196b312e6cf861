/** Starts a piece of work once there is room for it; what it comes to is handed on. */
export type AtOnce = <T>(work: () => Promise<T>) => Promise<T>;

/** Room for so many pieces of work at once; the others wait in the order in which they came. */
export function atMost(most: number): AtOnce {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < most) running += 1;
    else await new Promise<void>((start) => waiting.push(start));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
