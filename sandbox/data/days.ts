const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.UTC(2015, 0, 1);

/** The last day in the sandbox's data; days are counted from 2015-01-01. */
export const LAST_DAY = dayOf('2026-10-31');

/** Computed midnights: a few thousand at most, each needed thousands of times. */
const midnights: (string | undefined)[] = [];

export function dayOf(date: `${number}-${number}-${number}`): number {
  return Math.round((Date.parse(date) - FIRST_DAY_MS) / DAY_MS);
}

/** The day of a moment of the sandbox's clock. */
export function dayAt(atMs: number): number {
  return Math.floor((atMs - FIRST_DAY_MS) / DAY_MS);
}

/** A day's midnight as the API writes it: `2026-06-01T00:00:00Z`; https://docs.tracedata.ai/api/overview/. */
export function toMidnight(day: number): string {
  return (midnights[day] ??= toTimestamp(day, 0));
}

/** A moment of the sandbox's clock as the API writes it. */
export function momentToTimestamp(atMs: number): string {
  return new Date(atMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** A second of a day as the API writes it: `2026-06-01T14:32:00Z`. */
export function toTimestamp(day: number, seconds: number): string {
  return momentToTimestamp(FIRST_DAY_MS + day * DAY_MS + seconds * 1000);
}
