import { HEAD, JOURNAL_VERSION } from './part-names';
import { parseJson, readArray } from '../../client/json';
import { noteRows, type Anchor } from '../sheet/row-anchors';
import { RowRecord } from '../rows/row-record';
import { blockFromText } from './block';
import { blockName } from './block-parts';
import { readHead, type Head } from './head';
import type { SkippedCells } from './planned-cells';
import { damaged, fromRepeats, fromRuns, isCount, toRepeats, toRuns } from './number-ranges';

export type { RunEnding, Head } from './head';
import type { Spent } from '../../credits/run-budget';
import { readBudget, BUDGET_PART } from './budget-record';
import { CODE_LENGTH } from '../sheet/cell-values';

/**
 * A run as texts that a host keeps: a small head with the state of the run; the rows of the plan, written once; and
 * their results in parts, so that a long run writes no more at its end than at its beginning.
 */
const ROWS_IN_PART = 5_000;
const SKIPPED = 'skipped';

export interface Journal {
  readonly head: Head;
  /** Of the plan, in its order. */
  readonly rows: readonly RowRecord[];
  /** Rows that must not be touched. */
  readonly outsiders: readonly Anchor[];
  readonly spent: Spent;
  readonly skipped: SkippedCells;
}

/** What a run is planned to do, row by row. */
export type Planned = Pick<Journal, 'rows' | 'outsiders' | 'skipped'>;

export function headToText(head: Head): string {
  return JSON.stringify({ version: JOURNAL_VERSION, ...head });
}

/** The parts that never change. */
export function rowsToParts({ rows, outsiders, skipped }: Planned): ReadonlyMap<string, string> {
  const anchors = [...rows, ...outsiders];
  const parts = new Map([[SKIPPED, JSON.stringify(toRepeats(skipped))]]);
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

/** Throws `journalDamaged`. `null`: there is none. */
export function readJournal(parts: ReadonlyMap<string, string> | null): Journal | null {
  // Without a head, the run broke off before it did anything.
  if (parts === null || (!parts.has(HEAD) && !parts.has(blockName(0)))) return null;
  const head = readHead(parts.get(HEAD));
  const [rows, outsiders]: [RowRecord[], Anchor[]] = [[], []];
  for (let part = 0; parts.has(`rows.${part}`); part += 1) readRows(parts.get(`rows.${part}`)!, rows, outsiders);
  if (rows.length !== head.rows) throw damaged();
  for (let part = 0; part < head.blocks; part += 1) {
    for (const noted of blockFromText(parts.get(blockName(part)) ?? '', head.targets.length, head.rows)) {
      const row = rows[noted.index]!;
      row.take(noted);
      row.part = part;
    }
  }
  noteRows([...rows, ...outsiders]);
  const spent = readBudget(parts.get(BUDGET_PART), rows);
  const skipped = fromRepeats(parseJson(parts.get(SKIPPED) ?? '[]'));
  if (spent === null || skipped === null) throw damaged();
  return { head, rows, outsiders, spent, skipped };
}

/** Adds to both lists. */
function readRows(text: string, planned: RowRecord[], outsiders: Anchor[]): void {
  const [runs, count, codes, places = [], texts = ''] = readArray(parseJson(text)) ?? [];
  const homes = fromRuns(runs);
  if (homes === null || !isCount(count, homes.length) || homes.some((row) => row < 0)) throw damaged();
  if (typeof codes !== 'string' || codes.length !== homes.length * CODE_LENGTH) throw damaged();
  const others = fromRuns(places);
  if (others === null || typeof texts !== 'string' || texts.length !== others.length * CODE_LENGTH) throw damaged();
  const codeAt = (all: string, at: number): string => all.slice(at * CODE_LENGTH, (at + 1) * CODE_LENGTH);
  const own = new Map(others.map((place, at) => [place, codeAt(texts, at)]));
  for (const [at, home] of homes.entries()) {
    const code = codeAt(codes, at);
    const said = own.get(at) ?? code;
    if (at < count) planned.push(new RowRecord(planned.length, code, said, home));
    else outsiders.push({ code, text: said, home, row: home, index: -1, isDone: true });
  }
}
