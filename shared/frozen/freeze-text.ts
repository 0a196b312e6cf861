import { count } from '../errors/count-in-panel';
import type { Frozen } from './freeze';
import type { Stays } from './plan-freeze';
import type { Stuck, StuckFormula } from './plan-reconnect';
import type { Remaining, Remains } from './plan-restore';

const STAYS: Readonly<Record<Stays, string>> = {
  problem: 'Problem, or no answer yet',
  blank: 'Blank',
  key: 'The formula contains an API key',
  protected: 'Protected cell',
  moved: 'Moved or edited before it was frozen. Freeze again',
  unclear: 'Edited during freezing. Check these cells, or choose Restore formulas',
  refused: 'Could not be replaced. Show all rows and freeze again, or paste them as values',
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
const STUCK: Readonly<Record<Stuck, string>> = {
  foreign: 'it calls other functions too. Enter it yourself',
  lacking: 'it uses something that this program lacks. Enter it another way',
  changed: 'cells that it filled have changed. Clear them, then reconnect again',
  unclear: 'values beside it may belong to the formula above them. Enter it yourself',
  repeated: 'cells beside it have the same formula. Enter it once, in the first one',
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

/** How many formulas came back into their cells, and which did not. */
interface BroughtBack<Left> {
  readonly entered: number;
  readonly left: readonly Left[];
}

/**
 * Says which formulas were restored, and why other values stay values.
 *
 * @param restored `null`: there is no list
 */
export function toRestoredText(restored: BroughtBack<Remaining> | null): string {
  if (restored === null) return 'No formula is listed. The sheet Trace formulas is empty or missing.';
  const { entered, left } = restored;
  if (entered === 0 && left.length === 0) return 'All listed formulas are already restored.';
  return [
    entered === 0 ? 'No formula was restored.' : `${count(entered, 'formula', 'formulas')} restored.`,
    ...(left.length === 0 ? [] : [count(left.length, 'formula stays a value:', 'formulas stay values:')]),
    ...listed(left, REMAINS),
  ].join('\n');
}

/** Says which formulas were reconnected, and why others were not. */
export function toReconnectedText({ entered, left }: BroughtBack<StuckFormula>): string {
  if (entered === 0 && left.length === 0) return 'No formula in this file needs to be reconnected.';
  return [
    entered === 0 ? 'No formula was reconnected.' : `${count(entered, 'formula', 'formulas')} reconnected.`,
    ...(left.length === 0 ? [] : [count(left.length, 'formula stays as it is:', 'formulas stay as they are:')]),
    ...listed(left, STUCK),
  ].join('\n');
}

function listed<Why extends string>(
  left: readonly { readonly why: Why; readonly place: string }[],
  reasons: Readonly<Record<Why, string>>,
): readonly string[] {
  const more = left.length - MOST_TOLD;
  return [
    ...left.slice(0, MOST_TOLD).map(({ why, place }) => `• ${place}: ${reasons[why]}`),
    ...(more > 0 ? [`• and ${more.toLocaleString('en-US')} more`] : []),
  ];
}
