/**
 * Work that needs a free place.
 *
 * @param received to call once the service's answers have come and nothing more is sent: what is left is to save them
 */
export type Work = (received: () => void) => Promise<void>;

/** Starts work once a place is free. */
export type AtOnce = (work: Work) => Promise<void>;

/**
 * At most so many tasks wait for the service at once, and twice as many with those that save their answers: a page
 * that saved first would leave its connections idle. Further tasks wait in order.
 */
export function atMost(most: number): AtOnce {
  let underWay = 0;
  let saving = 0;
  const waiting: (() => void)[] = [];
  const startNext = (): void => {
    while (waiting.length > 0 && underWay - saving < most && underWay < 2 * most) {
      underWay += 1;
      waiting.shift()?.();
    }
  };
  return async (work) => {
    const begun = new Promise<void>((begin) => waiting.push(begin));
    startNext();
    await begun;
    let isSaving = false;
    const received = (): void => {
      if (isSaving) return;
      isSaving = true;
      saving += 1;
      startNext();
    };
    try {
      await work(received);
    } finally {
      if (isSaving) saving -= 1;
      underWay -= 1;
      startNext();
    }
  };
}
