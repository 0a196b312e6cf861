/**
 * Work that needs a free place.
 *
 * @param received to call once the service's answer has come and nothing more is sent: what is left is to read and save it
 */
export type Work = (received: () => void) => Promise<void>;

/** Starts work once a place is free. */
export type AtOnce = (work: Work) => Promise<void>;

/**
 * Places for so many tasks that send, and for twice as many with those that are read: a page that reads and saves first would
 * leave its connections idle. Further tasks wait in order.
 */
export function atMost(most: number): AtOnce {
  let underWay = 0;
  let reading = 0;
  const waiting: (() => void)[] = [];
  const startNext = (): void => {
    while (waiting.length > 0 && underWay - reading < most && underWay < 2 * most) {
      underWay += 1;
      waiting.shift()?.();
    }
  };
  return async (work) => {
    const begun = new Promise<void>((begin) => waiting.push(begin));
    startNext();
    await begun;
    let isReading = false;
    const received = (): void => {
      if (isReading) return;
      isReading = true;
      reading += 1;
      startNext();
    };
    try {
      await work(received);
    } finally {
      if (isReading) reading -= 1;
      underWay -= 1;
      startNext();
    }
  };
}
