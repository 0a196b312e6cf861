/** A whole number with thousands separators. */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A number and what it counts. */
export function count(number: number, one: string, many: string): string {
  return `${thousands(number)} ${plural(number, one, many)}`;
}

/** The singular or plural words for a number. */
export function plural(number: number, one: string, many: string): string {
  return number === 1 ? one : many;
}
