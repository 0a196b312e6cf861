import { cellName } from '../bulk/bulk-text';
import { cut } from '../bulk/target-text';
import type { ActiveCell } from '../bulk-host';
import { count } from '../count';
import { placeOf } from '../explore/insertion';
import { isolated } from '../isolated';
import type { DraftLook, DraftSize } from './draft-look';

type Ready = Extract<DraftLook, { is: 'ready' }>;

/** The end of the button's label. */
export function toDraftPrice({ price }: Ready): string {
  if (price.is === 'open') return 'price depends';
  return price.credits === 0 ? 'free' : `up to ${count(price.credits, 'credit', 'credits')}`;
}

/** The price as a sentence. */
export function toPriceSentence({ price, companies }: Ready): string {
  const of = companies === null || companies === 0 ? '' : ` for ${count(companies, 'company', 'companies')}`;
  if (price.is === 'open') return `The price${of} is only known after paying.`;
  if (price.credits === 0) return 'This formula is free.';
  return `Up to ${count(price.credits, 'credit', 'credits')}${of}. Saved answers are free.`;
}

/** Where the formula goes, and what has to be blank there. */
export function toRoomText(cell: ActiveCell, { rows, columns, isLeast }: DraftSize): string {
  const place = placeOf(cell);
  const isOne = rows === 1 && columns === 1;
  const end = cellName(cell.row + rows - 1, cell.column + columns - 1);
  if (isOne) return isLeast ? `Starts at ${place}. Leave blank cells around it.` : `Fills ${place}.`;
  return isLeast
    ? `Fills ${place}:${end} or more. Leave blank cells below.`
    : `Fills ${place}:${end}. These cells must be empty.`;
}

const LONGEST_SHOWN = 30;

/** Why the formula cannot go to the active cell; `''`: it can. */
export function toOccupiedText(cell: ActiveCell | null): string {
  if (cell === null) return 'Select a blank cell for the formula.';
  if (cell.formula !== '') return `${placeOf(cell)} holds a formula. Select a blank cell, or copy this formula.`;
  if (cell.value === '') return '';
  return `${placeOf(cell)} holds “${isolated(cut(String(cell.value), LONGEST_SHOWN))}”. Select a blank cell, or copy this formula.`;
}
