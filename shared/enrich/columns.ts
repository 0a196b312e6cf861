import { TraceError } from '../errors/trace-error';
import { INPUT_MARK, markOf, type ColumnMark, type FoundMark } from './sheet/column-anchors';
import type { RunMarks } from './sheet/ports';
import type { Head } from './record/head';
import type { RunPorts } from './sheet/ports';

/** Why a column cannot be identified with certainty: it has no mark, several, or one that contradicts the others. */
type Doubt = 'gone' | 'doubled' | 'changed';

/** The current columns of an enrichment. */
export interface Columns {
  readonly sheet: string;
  readonly input: number;
  /** -1: the column cannot be identified. */
  readonly targets: readonly number[];
  /** The reason for each target that cannot be identified; by index. */
  readonly doubts: ReadonlyMap<number, Doubt>;
  /** The marks that a write compares. */
  readonly marks: RunMarks;
}

/**
 * Searches for the marks of an enrichment. Never chooses among several: a mark must exist once, and alone on its
 * column. Throws `sheetGone`, and `columnsGone` if the input column cannot be identified.
 */
export async function findColumns(ports: RunPorts, head: Head): Promise<Columns> {
  const names = [INPUT_MARK, ...head.targets.map((_target, at) => markOf(at))];
  const all = await ports.anchors.find(head.run, names);
  // If sheet ids are permanent, they distinguish the marks of a copied sheet from the original ones.
  const hasIds = all.some(({ sheet }) => sheet !== head.sheet.id) && (await ports.sheet.list()) === null;
  const found = hasIds ? all.filter(({ sheet }) => sheet === head.sheet.id) : all;
  const input = placeOf(found, INPUT_MARK);
  if (typeof input === 'string') {
    if (found.length === 0 && (await ports.sheet.info(head.sheet.id)) === null) throw new TraceError('sheetGone', {});
    throw columnGone(head.input.title ?? '', input);
  }
  const doubts = new Map<number, Doubt>();
  const targets = head.targets.map((_target, at) => {
    const place = placeOf(found, markOf(at));
    if (typeof place !== 'string' && place.sheet === input.sheet) return place.column;
    doubts.set(at, typeof place === 'string' ? place : 'changed');
    return -1;
  });
  return { sheet: input.sheet, input: input.column, targets, doubts, marks: toMarks(head.run, input.column, targets) };
}

/** @param targets -1: no mark */
export function toMarks(run: string, input: number, targets: readonly number[]): RunMarks {
  const marks = targets.flatMap((column, at): ColumnMark[] => (column < 0 ? [] : [{ name: markOf(at), column }]));
  return { run, marks: [{ name: INPUT_MARK, column: input }, ...marks] };
}

function placeOf(found: readonly FoundMark[], name: string): FoundMark | Doubt {
  const [place, ...others] = found.filter((mark) => mark.name === name);
  if (place === undefined) return 'gone';
  if (others.length > 0) return 'doubled';
  const isShared = found.some(
    (mark) => mark.name !== name && mark.sheet === place.sheet && mark.column === place.column,
  );
  return isShared ? 'changed' : place;
}

export function columnGone(column: string, is: Doubt): TraceError {
  return new TraceError('columnsGone', { column, is });
}

/** Throws `columnsGone` for the first target that cannot be identified. */
export function checkTargets(head: Head, { doubts }: Columns): void {
  for (const [at, is] of doubts) throw columnGone(head.targets[at]!.title, is);
}
