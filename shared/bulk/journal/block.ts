import { parseJson, readArray, readObject } from '../../client/json';
import { damaged, fromRuns, toRuns } from './number-ranges';
import type { Intent } from '../sheet/cell-decision';
import { isFormat, isGridValue, readAnswerCell } from '../sheet/read-cell';
import { DIGEST_LENGTH, type GridCell } from '../sheet/cell-values';

/** What became of one row. */
export const STATES = {
  /** Something of the company's was written, or stood there. */
  answered: 'a',
  notTracked: 't',
  /** The company is tracked, and nothing of it is known that was asked for. */
  noData: 'n',
  failed: 'f',
  /** Written as far as the limit let: it is asked for again. */
  cut: 'c',
  /** Answered, and its row cannot be found. */
  unplaced: 'u',
  /** Its row was gone before anything was asked. */
  gone: 'g',
  /** Its cells were filled meanwhile; nothing was asked. */
  filled: 'k',
  /** The host did not let it be written. */
  refused: 'x',
} as const;
export type State = (typeof STATES)[keyof typeof STATES];

export interface RowRecord {
  /** Its place in the plan. */
  readonly index: number;
  /** Where it was seen last; -1: nowhere. */
  readonly row: number;
  readonly state: State;
  /** One for each target; `null`: not written by the run. */
  readonly cells: readonly (Intent | null)[];
  /** Of an answer that has no place. */
  readonly unplaced?: { readonly identifier: string; readonly cells: readonly (GridCell | null)[] };
  /** Why it failed, or is not written. */
  readonly reason?: string;
}

export interface BlockRecord {
  /** Whether the write has come back; if not, the rows are looked at again. */
  readonly isSettled: boolean;
  readonly rows: readonly RowRecord[];
}

const KNOWN_STATES: ReadonlySet<string> = new Set(Object.values(STATES));
const NOTHING = '.'.repeat(DIGEST_LENGTH);

export function blockToText({ isSettled, rows }: BlockRecord): string {
  const before: unknown[] = [];
  const blanks = new Map<string, number[]>();
  const unplaced: unknown[] = [];
  const reasons: unknown[] = [];
  let digests = '';
  for (const [at, row] of rows.entries()) {
    for (const [target, intent] of row.cells.entries()) {
      digests += intent?.digest ?? NOTHING;
      if (intent === null || intent.before === null) continue;
      const { value, format } = intent.before;
      if (value !== '') before.push([at, target, value, format]);
      else if (!blanks.get(`${target} ${format}`)?.push(at)) blanks.set(`${target} ${format}`, [at]);
    }
    if (row.unplaced !== undefined) unplaced.push([at, row.unplaced.identifier, row.unplaced.cells]);
    if (row.reason !== undefined) reasons.push([at, row.reason]);
  }
  return JSON.stringify({
    settled: isSettled,
    at: toRuns(rows.map(({ index }) => index)),
    rows: toRuns(rows.map(({ row }) => row)),
    states: rows.map(({ state }) => state).join(''),
    digests,
    ...(before.length > 0 ? { before } : {}),
    ...(blanks.size > 0 ? { blanks: [...blanks].map(([of, positions]) => [of, toRuns(positions)]) } : {}),
    ...(unplaced.length > 0 ? { unplaced } : {}),
    ...(reasons.length > 0 ? { reasons } : {}),
  });
}

/**
 * Whoever may edit the file can have written it, so it is checked by kind and type. Throws `journalDamaged`.
 *
 * @param planned how many rows the plan has
 */
export function blockFromText(text: string, targets: number, planned: number): BlockRecord {
  const block = readObject(parseJson(text));
  const at = fromRuns(block?.['at']);
  const rows = fromRuns(block?.['rows']);
  const [states, digests] = [block?.['states'], block?.['digests']];
  const isWhole =
    block !== null &&
    at !== null &&
    at.every((index) => index >= 0 && index < planned) &&
    rows?.length === at.length &&
    rows.every((row) => row >= -1) &&
    typeof states === 'string' &&
    states.length === at.length &&
    [...states].every((state) => KNOWN_STATES.has(state)) &&
    typeof digests === 'string' &&
    digests.length === at.length * targets * DIGEST_LENGTH;
  if (!isWhole) throw damaged();
  const before = keyed(block['before'], 2);
  const blanks = formatsOfBlanks(block['blanks']);
  const unplaced = keyed(block['unplaced'], 1);
  const reasons = keyed(block['reasons'], 1);
  return {
    isSettled: block['settled'] === true,
    rows: at.map((index, position): RowRecord => {
      const cells = Array.from({ length: targets }, (_target, target): Intent | null => {
        const start = (position * targets + target) * DIGEST_LENGTH;
        const digest = digests.slice(start, start + DIGEST_LENGTH);
        const kept = before.get(`${position} ${target}`);
        if (digest === NOTHING) return null;
        if (kept !== undefined) return { digest, before: readBefore(kept) };
        const format = blanks.get(`${position} ${target}`);
        return { digest, before: format === undefined ? null : { value: '', format } };
      });
      const lost = unplaced.get(String(position));
      const reason = reasons.get(String(position));
      return {
        index,
        row: rows[position]!,
        state: states[position] as State,
        cells,
        ...(lost === undefined ? {} : { unplaced: readUnplaced(lost, targets) }),
        ...(reason === undefined ? {} : { reason: String(reason[1]) }),
      };
    }),
  };
}

/** It is written into a cell again, so it has to be what a cell can hold. */
function readBefore([, , value, format]: readonly unknown[]): NonNullable<Intent['before']> {
  if (!isGridValue(value) || !isFormat(format)) throw damaged();
  return { value, format };
}

/** It is written into cells as soon as they have a place again. */
function readUnplaced([, identifier, given]: readonly unknown[], targets: number): NonNullable<RowRecord['unplaced']> {
  const cells = (readArray(given) ?? []).map(readAnswerCell);
  const isWhole = (all: typeof cells): all is (GridCell | null)[] => all.every((cell) => cell !== undefined);
  if (typeof identifier !== 'string' || cells.length !== targets || !isWhole(cells)) throw damaged();
  return { identifier, cells };
}

/** Kept for all rows of a format together: a column of blank cells often has one, and a run may fill 100,000 of them. */
function formatsOfBlanks(entries: unknown): ReadonlyMap<string, string> {
  const formats = new Map<string, string>();
  for (const entry of readArray(entries) ?? []) {
    const [of, runs] = readArray(entry) ?? [];
    const [, target, format] = /^(\d+) ([^]*)$/.exec(String(of)) ?? [];
    for (const position of fromRuns(runs) ?? []) formats.set(`${position} ${target}`, format ?? '');
  }
  return formats;
}

function keyed(entries: unknown, length: number): ReadonlyMap<string, readonly unknown[]> {
  return new Map(
    (readArray(entries) ?? []).map((entry) => {
      const values = readArray(entry) ?? [];
      return [values.slice(0, length).join(' '), values];
    }),
  );
}
