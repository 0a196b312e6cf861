import { count } from '../errors/count-in-panel';
import type { Frozen, Thawed } from './freeze';
import type { Stays } from './plan-freeze';
import type { Unclear } from './plan-thaw';

const STAYS: Readonly<Record<Stays, string>> = {
  problem: 'Problem, or no answer yet',
  blank: 'Blank',
  unsafe: 'Other functions, or references that could not be restored',
  protected: 'Protected cell',
  moved: 'Moved or edited meanwhile. Freeze again',
  unclear: 'Moved or edited at the very moment. Check these cells',
  refused: 'Could not be replaced. Freeze again, or paste them as values',
  full: 'No room to freeze these at once. Freeze again',
  left: 'Left for the next time. Freeze again',
  read: 'Other formulas read its range (A2#). Freeze those first',
};
const UNCLEAR: Readonly<Record<Unclear, string>> = {
  several: 'more cells have this input and value than were frozen',
  changed: 'the value, its input or its row has changed',
  columnGone: 'its column was deleted',
  columnTwice: 'its column was copied',
  refused: 'the cell was just edited, or is protected',
};
const MOST_LISTED = 10;

/** What was frozen, and why the rest was not. Somebody may have typed over some of the rest meanwhile. */
export function toFrozenText({ frozen, stay }: Frozen): string {
  const reasons = Object.entries(stay) as [Stays, number][];
  if (frozen === 0 && reasons.length === 0) return 'No Trace formula here.';
  const left = reasons.map(([why, cells]) => `• ${STAYS[why]}: ${cells.toLocaleString('en-US')}`);
  return [
    frozen === 0 ? 'No formula was frozen.' : `${formulas(frozen)} frozen to values. Thaw brings formulas back.`,
    ...(left.length === 0 ? [] : ['Not frozen:', ...left]),
  ].join('\n');
}

/** What came back, and why other values stay values. */
export function toThawedText({ thawed, listed, isAny }: Thawed): string {
  if (!isAny) return 'No formula was frozen in this file.';
  if (thawed === 0 && listed.length === 0) return 'All frozen formulas are back already.';
  const lines = listed
    .slice(0, MOST_LISTED)
    .map(({ why, place, label }) => `• ${place}${label === '' ? '' : ` (${label})`}: ${UNCLEAR[why]}`);
  const more = listed.length - lines.length;
  return [
    thawed === 0 ? 'No formula was put back.' : `${formulas(thawed)} back.`,
    ...(lines.length === 0 ? [] : [toStayText(listed.length)]),
    ...lines,
    ...(more > 0 ? [`• and ${more.toLocaleString('en-US')} more`] : []),
  ].join('\n');
}

function formulas(frozen: number): string {
  return count(frozen, 'formula', 'formulas');
}

function toStayText(values: number): string {
  return count(
    values,
    'value stays, because it is not clear where its formula belongs:',
    'values stay, because it is not clear where their formulas belong:',
  );
}
