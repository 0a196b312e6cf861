import { TraceError } from '../../errors/trace-error';
import type { GridCell, GridValue } from '../sheet/cell-values';
import type { RunPorts } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';
import type { FoundRows } from './column-chart';

/** More columns than people look through, and as many cells as hosts read in a moment. */
const MOST_COLUMNS = 60;

/** Rows of a sheet as they are now, with their titles: values instead of formulas. Throws `sheetGone`. */
export async function readRows(
  ports: RunPorts,
  { sheet, titleRow, rows }: Pick<FoundRows, 'sheet' | 'titleRow' | 'rows'>,
): Promise<readonly (readonly GridCell[])[]> {
  const info = await ports.sheet.info(sheet);
  if (info === null) throw new TraceError('sheetGone', {});
  const columns = Array.from({ length: Math.min(info.columns, MOST_COLUMNS) }, (_column, at) => at);
  const wanted = titleRow === null ? rows : [titleRow, ...rows];
  const [first = 0, last = first] = [wanted[0], wanted[wanted.length - 1]];
  const read = await readColumns(ports, sheet, first, last - first + 1, columns, { formats: true });
  return wanted.map((row) =>
    read.columns.map(({ values, formats }) => toCopy(values[row - first] ?? '', formats?.[row - first] ?? '')),
  );
}

function toCopy(value: GridValue, format: string): GridCell {
  return value === '' ? { kind: 'blank' } : { kind: 'before', value, format };
}
