import { saysThatItWaits } from '../errors/sentences';
import type { ShownProblem } from './protocol';

/** What helps cells that show a problem: a key, fetching what waits, a retry, or a correction by hand. */
export type Help = 'key' | 'fetch' | 'retry' | 'correct';

export interface Reason {
  /** `''`: unknown. */
  readonly title: string;
  readonly help: Help;
  readonly cells: number;
}

/** What a problem says, and what that means. The first that fits counts; anything else is up to the formula. */
const KINDS: readonly (readonly [says: RegExp, title: string, help: Help])[] = [
  [/^$/, '', 'retry'],
  [/No Trace API key is set/, 'No key', 'key'],
  [/the API key|a Trace API key, which|with your API key|personal API key/i, 'Key refused', 'key'],
  [/could not be reached|took too long/, 'Trace not reachable', 'retry'],
  [/too many requests/, 'Too many requests', 'retry'],
  [/Trace credits/, 'No credits left', 'retry'],
  [
    /^Trace has a problem|^Trace answered without|^The answer from Trace|^Something went wrong/,
    'Trace failed',
    'retry',
  ],
  [
    /^Not fetched|daily limit for requests|^The calculation was canceled|^This function could not|^Google/,
    'Not fetched',
    'retry',
  ],
  [/^(#|\p{L}+\.{3}$)/u, 'Not calculated', 'retry'],
];
const WAITS = ['Waiting for a limit', 'fetch'] as const;
const OTHERS = ['Formula or input', 'correct'] as const;

/** Before a sentence in Google Sheets. */
const MARK = /^#TRACE: /;

/** Cells that show a problem by reason, the most frequent first. */
export function toReasons(problems: readonly ShownProblem[]): readonly Reason[] {
  const reasons = new Map<string, Reason>();
  for (const [shown, cells] of problems) {
    const [title, help] = kindOf(shown.replace(MARK, ''));
    reasons.set(title, { title, help, cells: cells + (reasons.get(title)?.cells ?? 0) });
  }
  return [...reasons.values()].sort((one, other) => other.cells - one.cells);
}

function kindOf(sentence: string): readonly [title: string, help: Help] {
  if (saysThatItWaits(sentence)) return WAITS;
  const [, ...kind] = KINDS.find(([says]) => says.test(sentence)) ?? ['', ...OTHERS];
  return kind;
}
