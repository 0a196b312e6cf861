import { parseJson, readArray, readCount, readObject } from '../../client/json';
import { fromFile, toKept } from '../../errors/kept-error';
import type { TraceError } from '../../errors/trace-error';
import type { Choice } from '../plan/column-spec';
import { readChoice } from '../plan/read-column-spec';
import type { Looks } from '../sheet/looks';
import { isGridValue, isFormat } from '../sheet/read-cell';
import type { GridValue } from '../sheet/cell-values';

/**
 * `saving`: the record is incomplete and nothing is written yet. `open`: rows are being filled, or wait for it.
 * `undoing`: an undo has begun, so nothing is filled any more.
 */
export type EnrichState = 'saving' | 'open' | 'done' | 'undoing';

/** A column that an enrichment fills. */
export interface RecordedTarget {
  readonly title: string;
  readonly isNew: boolean;
  /** The earlier content of its title cell; the same as `title`: nothing is written there. */
  readonly titleBefore: GridValue;
  readonly titleFormat: string;
  /** Whether the enrichment has added the column to a table of the host. */
  readonly isOfTable?: boolean;
  /** The style and width of its title cell and column; absent: they are left alone. */
  readonly looks?: GivenLooks;
}

/** The earlier style of a new column, and what the enrichment changed: `''` and 0 for nothing. */
export interface GivenLooks {
  readonly was: Looks;
  readonly set: Looks;
}

/** Why an enrichment is not done yet. */
export interface Ending {
  /** `preview`: only the first rows were asked for. */
  readonly is: 'paused' | 'stopped' | 'preview';
  /** `null`: the user asked for it. */
  readonly why: TraceError | null;
}

/** The first cell of the record: data that is the same for all rows, and the overall state. */
export interface Head {
  /**
   * The page that may write; new with each start, resumption and undo. A page with an older holder writes nothing.
   */
  readonly holder: string;
  readonly run: string;
  readonly state: EnrichState;
  readonly startedMs: number;
  /** When the record was last written, which shows whether a page may be at work. */
  readonly savedMs: number;
  readonly sheet: { readonly id: string; readonly name: string };
  /** `title: null`: the table has no titles. */
  readonly input: { readonly title: string | null };
  readonly choices: readonly Choice[];
  readonly targets: readonly RecordedTarget[];
  readonly mode: 'onlyEmpty' | 'overwrite';
  /** `text`: answers were known by the texts of inputs before it began, and nothing is asked for. */
  readonly looksUp: 'company' | 'text';
  /** Titles of the other columns, if their content distinguishes rows of one input. */
  readonly others: readonly string[];
  /** The greatest age of saved answers, in milliseconds. */
  readonly maxAgeMs: number;
  /** The highest price that the user saw, in credits. */
  readonly quoted: number;
  /** `null`: it is done or in progress, or its page was closed. */
  readonly ended: Ending | null;
}

const STATES: ReadonlySet<unknown> = new Set<EnrichState>(['saving', 'open', 'done', 'undoing']);

export function headToText(head: Head): string {
  const { ended } = head;
  // The holder comes first; see `holderOf`.
  return JSON.stringify({ ...head, ended: ended && { ...ended, why: ended.why && toKept(ended.why) } });
}

/** The holder in the first cell of a record, for hosts that compare it with each write; `null`: there is none. */
export function holderOf(text: unknown): string | null {
  return readWord(text, 'holder');
}

/**
 * The enrichment in the first cell of a record, for hosts that remove everything stored for it; `null`: there is
 * none.
 */
export function runOf(text: unknown): string | null {
  return readWord(text, 'run');
}

function readWord(text: unknown, name: 'holder' | 'run'): string | null {
  const word = readObject(parseJson(typeof text === 'string' ? text : ''))?.[name];
  return typeof word === 'string' ? word : null;
}

/** Reads a head from a file, which anyone who may edit it can have written. `null`: damaged. */
export function readHead(text: string): Head | null {
  const head = readObject(parseJson(text));
  if (head === null) return null;
  const { holder, run, state, mode } = head;
  const sheet = readObject(head['sheet']);
  const input = readObject(head['input']);
  const targets = readArray(head['targets'])?.map(readTarget);
  const choices = readArray(head['choices'])?.map((choice) => readChoice(choice));
  const others = readArray(head['others'])?.filter((title) => typeof title === 'string');
  const numbers = [head['startedMs'], head['maxAgeMs'], head['quoted'], head['savedMs']].map(readCount);
  if (typeof holder !== 'string' || typeof run !== 'string' || !STATES.has(state)) return null;
  if (mode !== 'onlyEmpty' && mode !== 'overwrite') return null;
  if (typeof sheet?.['id'] !== 'string' || typeof sheet['name'] !== 'string' || input === null) return null;
  const title = input['title'];
  if (title !== null && typeof title !== 'string') return null;
  if (targets === undefined || choices === undefined || others === undefined) return null;
  if (targets.length === 0 || targets.length !== choices.length) return null;
  if (targets.includes(null) || choices.includes(null) || numbers.includes(null)) return null;
  return {
    holder,
    run,
    state: state as EnrichState,
    startedMs: numbers[0]!,
    savedMs: numbers[3]!,
    sheet: { id: sheet['id'], name: sheet['name'] },
    input: { title },
    choices: choices as readonly Choice[],
    targets: targets as readonly RecordedTarget[],
    mode,
    looksUp: head['looksUp'] === 'text' ? 'text' : 'company',
    others,
    maxAgeMs: numbers[1]!,
    quoted: numbers[2]!,
    ended: readEnding(head['ended']),
  };
}

function readTarget(value: unknown): RecordedTarget | null {
  const target = readObject(value);
  const { title, isNew, titleBefore, titleFormat } = target ?? {};
  if (typeof title !== 'string' || typeof isNew !== 'boolean') return null;
  if (!isGridValue(titleBefore) || !isFormat(titleFormat)) return null;
  const looks = readObject(target?.['looks']);
  const [was, set] = [readLooks(looks?.['was']), readLooks(looks?.['set'])];
  const isOfTable = target?.['isOfTable'] === true;
  const read = { title, isNew, titleBefore, titleFormat, isOfTable };
  return was !== null && set !== null ? { ...read, looks: { was, set } } : read;
}

function readLooks(value: unknown): Looks | null {
  const looks = readObject(value);
  const style = readArray(looks?.['style']);
  const width = looks?.['width'];
  if (style === null || !style.every((word): word is string => typeof word === 'string')) return null;
  return typeof width === 'number' && Number.isFinite(width) ? { style, width } : null;
}

function readEnding(value: unknown): Ending | null {
  const ended = readObject(value);
  const is = ended?.['is'];
  if (is !== 'paused' && is !== 'stopped' && is !== 'preview') return null;
  return { is, why: fromFile(ended?.['why']) };
}
