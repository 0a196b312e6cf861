const QUICKER = 10;
const LONGEST_MS = 5_000;

/**
 * A script that shortens a page's pauses: until a user's typing rests, or until something is asked again. To the page
 * it is as if everything else were as many times slower, which nothing it promises depends on. A pause of more than five
 * seconds keeps its length: it is a deadline, which a busy machine must not reach. The page's clock is not quicker: what
 * waits for a time of day looks more often.
 */
export const QUICK_RESTS = `{
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (act, delayMs = 0, ...given) =>
    setTimeout(act, delayMs > ${LONGEST_MS} ? delayMs : delayMs / ${QUICKER}, ...given);
}`;
