/** A number with what it counts. */
export function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number.toLocaleString('en-US')} ${many}`;
}
