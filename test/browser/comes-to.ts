import { SETTLED_IN_MS } from './browser';

const BETWEEN_LOOKS_MS = 50;

/** Looks again until what is read is as expected: the page may show it a render later than what was waited for. */
export async function comesTo<T>(read: () => Promise<T>, expected: unknown): Promise<void> {
  const deadline = Date.now() + SETTLED_IN_MS;
  for (;;) {
    const now = await read();
    try {
      expect(now).toEqual(expected);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}
