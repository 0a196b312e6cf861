import type { Place } from './a1';

/** `row:column`. */
export function toKey({ row, column }: Place): string {
  return `${row}:${column}`;
}

export function fromKey(key: string): Place {
  const colon = key.indexOf(':');
  return { row: Number(key.slice(0, colon)), column: Number(key.slice(colon + 1)) };
}
