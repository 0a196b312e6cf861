import { SETTLED_IN_MS } from './browser';

const LOOK_EVERY_MS = 50;

/**
 * Waits until what is read equals what is expected. What an action leads to may come a render later than what a test has
 * waited for, so a single look is right only for what never changes.
 */
export async function expectSoon(read: () => unknown, expected: unknown): Promise<void> {
  const deadline = Date.now() + SETTLED_IN_MS;
  for (;;) {
    const found = await read();
    try {
      expect(found).toEqual(expected);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
