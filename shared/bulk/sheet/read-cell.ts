import { readObject } from '../../client/json';
import { isLiteral, wordIn, type GridCell, type GridValue } from './cell-values';

/** https://support.google.com/drive/answer/37603; Excel holds fewer: 32,767. */
const MOST_CHARACTERS = 50_000;
/** Longer than any format that a program offers. */
const LONGEST_FORMAT = 1_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value that a cell can hold, rather than something that claims to be one. */
export function isGridValue(value: unknown): value is GridValue {
  if (typeof value === 'string') return value.length <= MOST_CHARACTERS;
  return typeof value === 'boolean' || Number.isFinite(value);
}

export function isFormat(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_FORMAT;
}

/**
 * A saved answer from a journal, which anyone who may edit the file can have written: each kind has to have its own
 * type, and whether a text needs protection from becoming a formula is decided anew. `undefined`: not an answer.
 */
export function readAnswerCell(value: unknown): GridCell | null | undefined {
  if (value === null) return null;
  const cell = readObject(value);
  switch (cell?.['kind']) {
    case 'text': {
      const { text, says } = cell;
      if (typeof text !== 'string' || !isGridValue(text)) return undefined;
      // Earlier versions did not tell a word for "no answer" from a value.
      const word = wordIn(text);
      const read = { kind: 'text', text, isLiteral: isLiteral(text) } as const;
      return word === undefined ? read : { ...read, says: says === 'value' ? says : word };
    }
    case 'number': {
      const { number } = cell;
      return typeof number === 'number' && isGridValue(number) ? { kind: 'number', number } : undefined;
    }
    case 'boolean': {
      const { boolean } = cell;
      return typeof boolean === 'boolean' ? { kind: 'boolean', boolean } : undefined;
    }
    case 'date': {
      const { day } = cell;
      const isDay = typeof day === 'string' && DAY.test(day) && !Number.isNaN(Date.parse(day));
      return isDay ? { kind: 'date', day } : undefined;
    }
    case 'blank':
      return { kind: 'blank' };
    default:
      return undefined;
  }
}
