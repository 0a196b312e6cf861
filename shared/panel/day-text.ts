const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };

/**
 * A day as `11 Mar 2024`; `''`: there is none.
 * @param timestamp of the API, or milliseconds since 1970
 */
export function toDayText(timestamp: string | number | null): string {
  const atMs = typeof timestamp === 'number' ? timestamp : Date.parse(timestamp ?? '');
  return Number.isNaN(atMs) ? '' : new Date(atMs).toLocaleDateString('en-GB', DAY);
}
