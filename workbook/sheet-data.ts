/** The grid's sheets are records by row and column, not lists. */
export function listToRecord<T>(list: readonly T[]): Record<number, T> {
  return Object.fromEntries(list.entries());
}
