/** Starts work once there is room for it, and returns its result. */
export type AtOnce = <T>(work: () => Promise<T>) => Promise<T>;

/** Room for a number of tasks at once. The others wait in order. */
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
