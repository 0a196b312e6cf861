import type { RunPorts } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';

/** The rows that must be empty, and the number of columns in use. */
export interface Height {
  readonly first: number;
  readonly height: number;
  readonly used: number;
}

/**
 * Where new columns fit side by side: the first gap that is wide enough.
 *
 * @param from the first column that may be used, from 0
 * @param taken columns that are meant for something else
 */
export async function findGap(
  ports: RunPorts,
  sheet: string,
  from: number,
  wanted: number,
  { first, height, used }: Height,
  taken: ReadonlySet<number> = new Set(),
): Promise<number> {
  let start = from;
  for (let column = start; column < used && column < start + wanted; column += 1) {
    const { columns } = await readColumns(ports, sheet, first, height, [column]);
    const { values, formulas, merged } = columns[0]!;
    if (values.some((value) => value !== '') || formulas.size > 0 || merged.size > 0 || taken.has(column)) {
      start = column + 1;
    }
  }
  return start;
}
