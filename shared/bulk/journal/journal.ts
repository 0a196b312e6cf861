import { HEAD } from './part-names';
import { parseJson, readArray } from '../../client/json';
import type { Anchor } from '../sheet/row-anchors';
import { blockFromText, type BlockRecord } from './block';
import { JOURNAL_VERSION, readHead, type Head } from './head';
import { damaged, fromRuns, toRuns } from './number-ranges';

export type { Ended, Head } from './head';
import type { Spent } from '../../credits/run-budget';
import { readSpent, SPENT } from './budget-record';
import { CODE_LENGTH } from '../sheet/cell-values';

/**
 * A run as texts that a host keeps: a head, which is small and says what is done and how it stands; the rows of the plan,
 * written once; and a part for each block, so that a long run writes no more at its end than at its beginning.
 */
const ROWS_IN_PART = 5_000;

export interface Journal {
  readonly head: Head;
  /** Of the plan in its order, then the rows that may not be touched. */
  readonly anchors: readonly Anchor[];
  readonly blocks: readonly BlockRecord[];
  readonly spent: Spent;
}

export function headToText(head: Head): string {
  return JSON.stringify({ version: JOURNAL_VERSION, ...head });
}

/** The parts that never change. */
export function rowsToParts(anchors: readonly Anchor[]): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (let start = 0; start < anchors.length; start += ROWS_IN_PART) {
    const some = anchors.slice(start, start + ROWS_IN_PART);
    const planned = some.filter(({ index }) => index >= 0).length;
    const others = some.flatMap(({ code, text }, at) => (text === code ? [] : [[at, text] as const]));
    const text = JSON.stringify([
      toRuns(some.map(({ home }) => home)),
      planned,
      some.map(({ code }) => code).join(''),
      ...(others.length > 0 ? [toRuns(others.map(([at]) => at)), others.map(([, own]) => own).join('')] : []),
    ]);
    parts.set(`rows.${start / ROWS_IN_PART}`, text);
  }
  return parts;
}

/**
 * About how many characters a run's journal needs, so that none begins that could not be kept.
 *
 * @param kept of what it writes over
 */
export function journalSize(rows: number, targets: number, kept: number): number {
  return 4_000 + rows * (CODE_LENGTH + 1 + targets * 4 + 4) + kept;
}

/** Throws `journalDamaged`. `null`: there is none. */
export function readJournal(parts: ReadonlyMap<string, string> | null): Journal | null {
  // Without a head the run broke off before it did anything.
  if (parts === null || (!parts.has(HEAD) && !parts.has('block.0'))) return null;
  const head = readHead(parts.get(HEAD));
  const anchors: Anchor[] = [];
  for (let part = 0; parts.has(`rows.${part}`); part += 1)
    anchors.push(...readRows(parts.get(`rows.${part}`)!, anchors.length));
  const blocks: BlockRecord[] = [];
  for (let part = 0; part < head.blocks; part += 1) {
    blocks.push(blockFromText(parts.get(`block.${part}`) ?? '', head.targets.length, head.rows));
  }
  if (anchors.filter(({ index }) => index >= 0).length !== head.rows) throw damaged();
  const spent = readSpent(parts.get(SPENT), anchors);
  if (spent === null) throw damaged();
  return { head, anchors, blocks, spent };
}

function readRows(text: string, from: number): readonly Anchor[] {
  const [runs, planned, codes, places = [], texts = ''] = readArray(parseJson(text)) ?? [];
  const rows = fromRuns(runs);
  if (rows === null || !isCountOf(planned, rows.length) || rows.some((row) => row < 0)) throw damaged();
  if (typeof codes !== 'string' || codes.length !== rows.length * CODE_LENGTH) throw damaged();
  const others = fromRuns(places);
  if (others === null || typeof texts !== 'string' || texts.length !== others.length * CODE_LENGTH) throw damaged();
  const codeAt = (all: string, at: number): string => all.slice(at * CODE_LENGTH, (at + 1) * CODE_LENGTH);
  const own = new Map(others.map((place, at) => [place, codeAt(texts, at)]));
  return rows.map((row, at) => ({
    code: codeAt(codes, at),
    text: own.get(at) ?? codeAt(codes, at),
    home: row,
    row,
    index: at < planned ? from + at : -1,
    isDone: at >= planned,
  }));
}

function isCountOf(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;
}
