/** How long Google takes, in milliseconds on the stand-in's clock. */
export interface ServiceTimes {
  /** A call of a service: a fixed time, or a range. Reports say 20 to 200. */
  callMs: number | readonly [least: number, most: number];
  /** Each value written into a cache, in addition to the call. */
  writtenValueMs: number;
  /** From Google's start of a run to the first statement of the script. */
  startMs: number;
}

export const AT_ONCE: ServiceTimes = { callMs: 0, writtenValueMs: 0, startMs: 0 };

/**
 * One `put` reportedly takes 52 to 93 ms: a call, and 30 ms. There are no reports on `putAll`, so each of its values
 * takes as long as a single one, which is the worst that these figures allow.
 */
export const AS_REPORTED: ServiceTimes = { callMs: [20, 60], writtenValueMs: 30, startMs: 800 };

/** The time a cache takes for the length of what is written: 10 MB a second. */
const CHARACTERS_IN_MS = 10_000;

/** A different time for each call, without randomness. */
export function callMs({ callMs: takesMs }: ServiceTimes, index: number): number {
  return between(takesMs, index);
}

export function writingMs({ writtenValueMs }: ServiceTimes, values: readonly string[]): number {
  if (writtenValueMs === 0) return 0;
  const characters = values.reduce((sum, value) => sum + value.length, 0);
  return values.length * writtenValueMs + Math.round(characters / CHARACTERS_IN_MS);
}

export function between(takesMs: ServiceTimes['callMs'], index: number): number {
  if (typeof takesMs === 'number') return takesMs;
  const [least, most] = takesMs;
  return least + ((index * 37) % (most - least + 1));
}
