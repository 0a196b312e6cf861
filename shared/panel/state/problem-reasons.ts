import { codeSaidIn, saysThatItWaits } from '../../errors/known-sentences';
import { CODES_OF, HELP_FOR, type Help } from '../../errors/cell-traits';
import { withoutPrefix } from '../../cells/problem-text';
import { isLoading } from '../../cells/values';
import type { CellPlace } from '../cell/selected-cell';
import type { ShownProblem } from '../protocol';
import { count, plural } from '../common/words';

/** Why cells show a problem: an error of ours, a host that has not calculated the cell, or an unknown reason. */
type Why = keyof typeof TITLES;

export interface Reason {
  readonly why: Why;
  /** `''`: unknown. */
  readonly title: string;
  readonly help: Help;
  readonly cells: number;
  /** The first of these cells; absent: the host does not say. */
  readonly first?: CellPlace;
}

const TITLES = {
  unknown: '',
  notCalculated: 'Not calculated',
  noKey: 'No key',
  keyRefused: 'Key refused',
  waits: 'Waiting for a limit',
  offline: 'Offline',
  unreachable: 'Trace not reachable',
  tooMany: 'Too many requests',
  noCredits: 'No credits left',
  failed: 'Trace failed',
  notFetched: 'Not fetched',
  mistake: 'Formula or input',
} as const;

const HELP: Readonly<Record<Why, Help>> = { ...HELP_FOR, unknown: 'retry', notCalculated: 'retry' };
const REASONS = Object.keys(CODES_OF) as (keyof typeof CODES_OF)[];

/** Cells that show a problem by reason, the most frequent first. */
export function toReasons(problems: readonly ShownProblem[]): readonly Reason[] {
  const reasons = new Map<Why, Reason>();
  for (const [shown, cells, place] of problems) {
    const why = whyOf(withoutPrefix(shown));
    const known = reasons.get(why);
    const first = known?.first ?? place;
    const reason = { why, title: TITLES[why], help: HELP[why], cells: cells + (known?.cells ?? 0) };
    reasons.set(why, first === undefined ? reason : { ...reason, first });
  }
  return [...reasons.values()].sort((one, other) => other.cells - one.cells);
}

/** Whether cells may need a key or an approval: as their sentences say, or for an unknown reason. */
export function mayNeedKey(reasons: readonly Reason[]): boolean {
  return reasons.some(({ why, help }) => help === 'key' || why === 'waits' || why === 'unknown');
}

/** What has no code here, of another version too, is up to the formula: its cell says more. */
function whyOf(sentence: string): Why {
  if (sentence === '') return 'unknown';
  // What a spreadsheet itself shows, in its own language: `#NAME?`, `Loading...`.
  if (sentence.startsWith('#') || isLoading(sentence)) return 'notCalculated';
  if (saysThatItWaits(sentence)) return 'waits';
  return REASONS.find((why) => codeSaidIn(sentence, CODES_OF[why]) !== undefined) ?? 'mistake';
}

/** @param reasons `null`: unknown */
export function toProblemsText(reasons: readonly Reason[] | null): string {
  if (reasons === null) return 'Recalculates cells that show a problem. Other cells stay as they are.';
  const cells = reasons.reduce((sum, reason) => sum + reason.cells, 0);
  if (cells === 0) return 'No Trace cell shows a problem.';
  const shows = `${count(cells, 'cell shows', 'cells show')} a problem.`;
  const helps = new Set(reasons.map(({ help }) => help));
  if (helps.has('retry') || helps.has('key')) return shows;
  return helps.has('correct')
    ? `${shows} Select a cell to see what to correct.`
    : `${shows} Fetch ${plural(cells, 'it', 'them')} under Waiting cells.`;
}

/** How many cells there are for each reason. */
export function toProblemLines(reasons: readonly Reason[]): readonly (readonly [title: string, cells: string])[] {
  return reasons.map(({ title, cells }) => [title === '' ? 'Other' : title, cells.toLocaleString('en-US')]);
}
