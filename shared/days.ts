/** A day in milliseconds. Days are days of UTC in all hosts. */
export const DAY_MS = 86_400_000;

/** A company that was paid for costs no further credit for so many days: https://docs.tracedata.ai/credits/. */
export const FREE_FOR_DAYS = 30;
export const FREE_FOR_MS = FREE_FOR_DAYS * DAY_MS;
