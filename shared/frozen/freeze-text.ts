import { count } from '../errors/count-in-panel';
import type { Frozen } from './freeze';
import type { Stays } from './plan-freeze';
import type { Remains } from './plan-restore';
import type { Restored } from './restore';

const STAYS: Readonly<Record<Stays, string>> = {
  problem: 'Problem, or no answer yet',
  blank: 'Blank',
  key: 'The formula contains an API key',
  protected: 'Protected cell',
  moved: 'Moved or edited before it was frozen. Freeze again',
  unclear: 'Edited during freezing. Check these cells, or choose Restore formulas',
  refused: 'Could not be replaced. Freeze again, or paste them as values',
  unreached: 'Not reached in time. Freeze again',
  read: 'Other formulas read its range (A2#). Freeze or replace those, then freeze again',
};
const REMAINS: Readonly<Record<Remains, string>> = {
  unreadable: 'this row of the list was changed',
  sheetGone: 'its sheet was renamed or deleted',
  foreign: 'it calls other functions too. Copy it from the sheet Trace formulas',
  changed: 'its cells have changed or moved',
  protected: 'protected cell',
  refused: 'the cell was just edited, or cannot hold it',
};
const MOST_TOLD = 10;

/** Says what was frozen, and why the rest was not. */
export function toFrozenText({ frozen, stay }: Frozen): string {
  const reasons = Object.entries(stay) as [Stays, number][];
  if (frozen === 0 && reasons.length === 0) return 'No Trace formula here.';
  const stays = reasons.map(([why, cells]) => `• ${STAYS[why]}: ${cells.toLocaleString('en-US')}`);
  return [
    frozen === 0
      ? 'No formula was frozen.'
      : `${count(frozen, 'formula', 'formulas')} frozen to values, and listed on the sheet Trace formulas.`,
    ...(stays.length === 0 ? [] : ['Not frozen:', ...stays]),
  ].join('\n');
}

/** Says which formulas were restored, and why other values stay values. */
export function toRestoredText({ restored, remaining, isAny }: Restored): string {
  if (!isAny) return 'No formula is listed. The sheet Trace formulas is empty or missing.';
  if (restored === 0 && remaining.length === 0) return 'All listed formulas are already restored.';
  const lines = remaining.slice(0, MOST_TOLD).map(({ why, place }) => `• ${place}: ${REMAINS[why]}`);
  const more = remaining.length - lines.length;
  return [
    restored === 0 ? 'No formula was restored.' : `${count(restored, 'formula', 'formulas')} restored.`,
    ...(lines.length === 0
      ? []
      : [count(remaining.length, 'formula stays a value:', 'formulas stay values:'), ...lines]),
    ...(more > 0 ? [`• and ${more.toLocaleString('en-US')} more`] : []),
  ].join('\n');
}
