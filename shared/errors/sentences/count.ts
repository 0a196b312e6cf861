/** A whole number with commas. */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A number with what it counts. */
export function count(number: number, one: string, many: string): string {
  return `${thousands(number)} ${plural(number, one, many)}`;
}

/** The words for one thing, or for any other number of them. */
export function plural(number: number, one: string, many: string): string {
  return number === 1 ? one : many;
}
