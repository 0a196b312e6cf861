import type { GridValue } from './cell-values';

/** https://support.google.com/drive/answer/37603; Excel holds fewer: 32,767. */
const MOST_CHARACTERS = 50_000;
/** Longer than any format that either program offers. */
const LONGEST_FORMAT = 1_000;

/** Whether a value can be in a cell, rather than only claiming to be one. */
export function isGridValue(value: unknown): value is GridValue {
  if (typeof value === 'string') return value.length <= MOST_CHARACTERS;
  return typeof value === 'boolean' || Number.isFinite(value);
}

export function isFormat(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_FORMAT;
}
