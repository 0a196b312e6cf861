import type { NameOf } from '../ports';
import { toTraceError, TraceError } from '../../errors/trace-error';
import { SIZES, type Sizes } from '../fill';
import { undress } from '../looks';
import type { RunPorts } from '../sheet/ports';
import { readTable, type Reading } from '../reading';
import type { EnrichmentRecord } from '../record/enrichment-record';
import { leaveTable, takeBackTitles } from '../new-columns';
import { takeOver } from '../holder';
import { writeRows, type RowWrite } from '../write-rows';
import { findNoPlace, type NoPlace } from './no-place';
import { planUndo, type UnrestoredCell, type UndoPlan } from './undo-plan';

/** How an undo ended. Cells are counted, not rows. */
export interface Undone {
  /** Why it did not finish; `null`: it did. */
  readonly why: TraceError | null;
  readonly restored: number;
  readonly edited: number;
  readonly unrestored: readonly UnrestoredCell[];
  readonly noPlace: readonly NoPlace[];
  /** Where the columns are, for users who check what is left; `null`: it did not get that far. */
  readonly columns: { readonly sheet: string; readonly targets: readonly number[] } | null;
  /** Titles of columns that cannot be identified: they are left as they are. */
  readonly lostTitles: readonly string[];
  /** Whether nothing is left to do, so that the record is gone. */
  readonly isWhole: boolean;
}

/** Rows may move between reading and writing. */
const MAX_PASSES = 5;

/**
 * Restores what the columns of an enrichment contained before it, wherever its own answers still are; can be
 * repeated. The record is removed once every value is back in its column, and otherwise stays with its list.
 */
export async function undo(
  ports: RunPorts,
  record: EnrichmentRecord,
  nameOf: NameOf,
  sizes: Pick<Sizes, 'block'> = SIZES,
): Promise<Undone> {
  let restored = 0;
  const refused = new Map<string, UnrestoredCell>();
  try {
    await takeOver(ports, record, 'undoing');
    let reading = await readTable(ports, record.head);
    let plan = planUndo(record, reading, nameOf);
    const openWrites = (): readonly RowWrite[] =>
      plan.writes.filter(({ row, cells }) => cells.some((cell, at) => cell !== null && !refused.has(`${row} ${at}`)));
    for (let pass = 0; ; pass += 1) {
      if (pass === MAX_PASSES) throw new TraceError('rowsMoving', {});
      restored += await putBack(ports, record, reading, openWrites(), sizes.block, refused);
      reading = await readTable(ports, record.head);
      await undress(ports, record.head, reading);
      await leaveTable(ports, record.head, reading);
      const titles = await takeBackTitles(ports, record.head, reading);
      plan = planUndo(record, reading, nameOf);
      // Rows may have moved while they were read, or since they were written.
      if (openWrites().length === 0 && titles !== 'moved') break;
    }
    return await finish(ports, record, reading, plan, { restored, refused: [...refused.values()] });
  } catch (thrown) {
    const why = toTraceError(thrown);
    return { why, restored, edited: 0, unrestored: [], noPlace: [], columns: null, lostTitles: [], isWhole: false };
  }
}

/** @returns how many cells it restored before rows moved */
async function putBack(
  ports: RunPorts,
  record: EnrichmentRecord,
  reading: Reading,
  writes: readonly RowWrite[],
  block: number,
  refused: Map<string, UnrestoredCell>,
): Promise<number> {
  let count = 0;
  // The other cells of a row may have decided which value goes where.
  const isBeside = record.head.mode === 'overwrite' && record.head.others.length > 0;
  for (let from = 0; from < writes.length; from += block) {
    const some = writes.slice(from, from + block);
    const written = await writeRows(ports, record.head, reading, some, { withOthers: isBeside });
    if (written.isElsewhere) throw new TraceError('runElsewhere', {});
    for (const { row, target } of written.refused) {
      refused.set(`${row} ${target}`, { row, target, why: 'protected', choices: [] });
    }
    const ofRow = (cells: RowWrite['cells']): number => cells.filter((cell) => cell !== null).length;
    const done = some.filter(({ row }) => !written.moved.has(row));
    count += done.reduce((sum, { cells }) => sum + ofRow(cells), 0) - written.refused.length;
    if (written.moved.size > 0) break;
  }
  return count;
}

async function finish(
  ports: RunPorts,
  record: EnrichmentRecord,
  reading: Reading,
  { unrestored, edited }: UndoPlan,
  { restored, refused }: { readonly restored: number; readonly refused: readonly UnrestoredCell[] },
): Promise<Undone> {
  const noPlace = findNoPlace(record, reading);
  const { doubts, sheet, targets } = reading.columns;
  const lostTitles = [...doubts].flatMap(([at, is]) => (is === 'gone' ? [] : [record.head.targets[at]!.title]));
  const all = [...unrestored, ...refused];
  const isWhole = all.length === 0 && noPlace.length === 0 && lostTitles.length === 0;
  if (isWhole) await remove(ports, record);
  return { why: null, restored, edited, unrestored: all, noPlace, columns: { sheet, targets }, lostTitles, isWhole };
}

/** Removes the record, then the marks: an interruption in between leaves marks that lead nowhere. */
export async function remove(ports: RunPorts, { head }: EnrichmentRecord): Promise<boolean> {
  if (!(await ports.record.remove(head.holder))) return false;
  await ports.anchors.remove(head.run).catch(() => undefined);
  return true;
}
