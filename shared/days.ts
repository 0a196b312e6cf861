/** A day in milliseconds. Days are days of UTC in all hosts. */
export const DAY_MS = 86_400_000;
