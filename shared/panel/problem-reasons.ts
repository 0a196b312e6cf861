import { codeSaidIn, saysThatItWaits } from '../errors/known-sentences';
import { CODES_OF, HELP_FOR, type Help } from '../errors/cell-traits';
import { withoutMark } from '../cells/problem-text';
import type { ShownProblem } from './protocol';

/** Why cells show a problem: an error of ours, a host that has not calculated the cell, or nobody knows. */
type Why = keyof typeof TITLES;

export interface Reason {
  readonly why: Why;
  /** `''`: unknown. */
  readonly title: string;
  readonly help: Help;
  readonly cells: number;
}

const TITLES = {
  unknown: '',
  notCalculated: 'Not calculated',
  noKey: 'No key',
  keyRefused: 'Key refused',
  waits: 'Waiting for a limit',
  unreachable: 'Trace not reachable',
  tooMany: 'Too many requests',
  noCredits: 'No credits left',
  failed: 'Trace failed',
  notFetched: 'Not fetched',
  mistake: 'Formula or input',
} as const;

const HELP: Readonly<Record<Why, Help>> = { ...HELP_FOR, unknown: 'retry', notCalculated: 'retry' };
const REASONS = Object.keys(CODES_OF) as (keyof typeof CODES_OF)[];

/** What a spreadsheet itself shows, in its own language: `#NAME?`, `Loading...`. */
const OF_HOST = /^(#|\p{L}+\.{3}$)/u;

/** Cells that show a problem by reason, the most frequent first. */
export function toReasons(problems: readonly ShownProblem[]): readonly Reason[] {
  const reasons = new Map<Why, Reason>();
  for (const [shown, cells] of problems) {
    const why = whyOf(withoutMark(shown));
    const more = cells + (reasons.get(why)?.cells ?? 0);
    reasons.set(why, { why, title: TITLES[why], help: HELP[why], cells: more });
  }
  return [...reasons.values()].sort((one, other) => other.cells - one.cells);
}

/** What has no code here, of another version too, is up to the formula: its cell says more. */
function whyOf(sentence: string): Why {
  if (sentence === '') return 'unknown';
  if (OF_HOST.test(sentence)) return 'notCalculated';
  if (saysThatItWaits(sentence)) return 'waits';
  return REASONS.find((why) => codeSaidIn(sentence, CODES_OF[why]) !== undefined) ?? 'mistake';
}
