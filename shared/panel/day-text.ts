/** Browsers differ in how they shorten them. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A day as `11 Mar 2024`; `''`: there is none.
 * @param timestamp of the API, or milliseconds since 1970
 */
export function toDayText(timestamp: string | number | null): string {
  const atMs = typeof timestamp === 'number' ? timestamp : Date.parse(timestamp ?? '');
  const day = new Date(atMs);
  return Number.isNaN(atMs) ? '' : `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}
