import type { Cell } from './workbook';

/** In an order of no meaning, as Google starts them, and the same each time. */
export function mixed(cells: readonly Cell[]): readonly Cell[] {
  const step = [7, 11, 13].find((prime) => cells.length % prime !== 0) ?? 1;
  return cells.map((_cell, index) => cells[(index * step) % cells.length]!);
}

/**
 * What the cell at this place of a run's cells shows. An answer ends with the last input that is not blank, and one
 * value fills one cell; a sentence about a problem replaces the answer of every cell that has an input.
 */
export function toShown(value: unknown, at: number, run: readonly Cell[]): string {
  const isOfAll = typeof value === 'string' && value.startsWith('#') && run[at]!.input !== '';
  if (run.length === 1 || !Array.isArray(value)) return at === 0 || isOfAll ? toText(value) : '';
  return toText((value as readonly (readonly unknown[])[])[at]?.[0] ?? '');
}

function toText(value: unknown): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value);
}
