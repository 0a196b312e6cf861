import { codeOfInput, relocate, type Anchor } from '../sheet/row-anchors';
import { nameOfInput } from '../sheet/row-keys';
import { stretchesOf } from '../sheet/write-guard';
import { isWritten, type RowRecord } from '../rows/row-record';
import { isOwn, type Intent } from '../sheet/cell-decision';
import { readColumns, type CellPorts } from '../sheet/read-columns';
import { digestOf, type GridValue } from '../sheet/cell-values';

/** What a run has written. It has to agree with the marks. */
export interface Written {
  readonly rows: readonly RowRecord[];
  /** Rows that the run may not touch. */
  readonly outsiders: readonly Anchor[];
  /** Whether an interrupted undo may have removed some of it. */
  readonly mayBeUndone: boolean;
}

/** A row that the run has written, and what the sheet holds there now. */
export interface SampledRow {
  readonly cells: readonly (Intent | null)[];
  /** The values of the targets. */
  readonly values: readonly GridValue[];
}

/**
 * How many cells of a column hold what the run wrote, and how many hold neither that nor the earlier value.
 */
interface Score {
  readonly held: number;
  readonly others: number;
}

/** A small number, since they are read before each block. */
const STRETCHES = 5;
const ROWS_IN_STRETCH = 4;
/** With fewer cells, a person may have edited all of them. */
const MANY_CELLS = 5;

/** A row that the run has written, at its present or last known place. */
type Place = Pick<RowRecord, 'row' | 'code' | 'cells'>;

/** Some of the written rows, from all parts of the sheet, that still have their inputs in their column. */
export async function sampleRows(
  ports: CellPorts,
  { sheet, input, targets }: { readonly sheet: string; readonly input: number; readonly targets: readonly number[] },
  places: readonly Place[],
): Promise<readonly SampledRow[]> {
  const written = places.filter((place) => place.row >= 0 && isWritten(place)).sort((a, b) => a.row - b.row);
  const apart = Math.max(ROWS_IN_STRETCH, Math.floor(written.length / STRETCHES));
  const chosen = written.filter((_row, at) => at % apart < ROWS_IN_STRETCH && at < apart * STRETCHES);
  const rows: SampledRow[] = [];
  for (const { row, rows: count, at } of stretchesOf(chosen.map((each) => each.row))) {
    const block = await readColumns(ports, sheet, row, count, [input, ...targets]);
    for (let offset = 0; offset < count; offset += 1) {
      const [held, ...values] = block.columns.map((column) => column.values[offset] ?? '');
      const { code, cells } = chosen[at + offset]!;
      if (codeOfInput(held) !== code) continue;
      const own = isHeldBy(cells, values)
        ? cells
        : written.find((each) => each.code === code && isHeldBy(each.cells, values))?.cells;
      rows.push({ cells: own ?? cells, values });
    }
  }
  return rows;
}

/**
 * Whether a row's cells hold what the run wrote there or what was there before. Rows with equal inputs are told apart by
 * nothing else once they were sorted.
 */
function isHeldBy(cells: Place['cells'], values: readonly GridValue[]): boolean {
  return cells.every((intent, at) => {
    if (intent === null) return true;
    const held = digestOf(values[at] ?? '');
    return isOwn(intent, held) || held === digestOf(intent.before?.value ?? '');
  });
}

/** Finds the rows by their inputs in a column. Their last known places are not changed. */
export async function lookedFor(
  ports: CellPorts,
  sheet: string,
  rows: number,
  { rows: planned, outsiders }: Written,
  input: number,
): Promise<readonly Place[]> {
  const { columns } = await readColumns(ports, sheet, 0, rows, [input]);
  const places = planned.map(({ index, code, text, home, row, isDone, cells }) => {
    return { index, code, text, home, row, isDone, cells };
  });
  relocate([...places, ...outsiders.map((each) => ({ ...each }))], columns[0]!.values.map(nameOfInput));
  return places;
}

export function scoreOf(cells: Iterable<{ readonly intent: Intent | null; readonly value: GridValue }>): Score {
  let [held, others] = [0, 0];
  for (const { intent, value } of cells) {
    if (intent === null) continue;
    const digest = digestOf(value);
    if (isOwn(intent, digest)) held += 1;
    else if (digest !== digestOf(intent.before?.value ?? '')) others += 1;
  }
  return { held, others };
}

/** Whether almost nothing of what the run wrote is left in the column, and other values are there. */
export function isForeign({ held, others }: Score): boolean {
  return others >= MANY_CELLS && held * 10 < others;
}
