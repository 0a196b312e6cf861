import { TraceError } from '../../errors/trace-error';
import type { RunPorts, SheetInfo } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';
import { findDomainColumn, isOfDomains, mayHoldCompanies, mostDomains, type SampledColumn } from './domain-column';
import { findHeader, findTitleRow, triage, withHeader, type Triage } from './triage';
import type { GridValue } from '../sheet/cell-values';

/** Selected cells of one sheet. Rows and columns count from 0. */
export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/** The contents of a selection. Reading them is free. */
export interface SelectedColumn {
  readonly area: Area;
  readonly sheetName: string;
  /** The column with the companies, from 0. */
  readonly column: number;
  /** Every column that may hold companies, and the one that was selected, with the text of its first cell. */
  readonly columns: readonly { readonly column: number; readonly title: string }[];
  readonly triage: Triage;
  /** Whether a single cell was selected, which selects its whole column, or that of the domains beside it. */
  readonly isWidened: boolean;
  /** The first selected row, from 0. */
  readonly selectedRow: number;
  /** Blank cells of the column that belong to a merged cell: only the topmost of those has a value. */
  readonly merged: number;
  /** Whether the title is above the selection. */
  readonly isTitleAbove: boolean;
}

/** Wider than any table of companies. */
const MAX_COLUMNS = 50;
/** Enough rows to distinguish domains from anything else. */
const SAMPLED_ROWS = 200;

/**
 * Reads a selection: cells, a column, or a table, whose column with the most companies is used. A single cell selects
 * its column if that has domains, otherwise the column of domains in its sheet. Throws `sheetGone`, `selectionEmpty`
 * or `selectionTooLong`.
 *
 * @param column of the table, from 0, if the user chose it
 */
export async function readSelection(
  ports: RunPorts,
  selected: Area,
  column: number | null = null,
): Promise<SelectedColumn> {
  const info = await ports.sheet.info(selected.sheet);
  if (info === null) throw new TraceError('sheetGone', {});
  const isWidened = selected.rows === 1 && selected.columns === 1;
  const area = isWidened ? widened(selected, info) : selected;
  if (area.rows === 0 || area.columns === 0) throw new TraceError('selectionEmpty', {});
  const places = Array.from({ length: Math.min(area.columns, MAX_COLUMNS) }, (_column, index) => area.column + index);
  const sample = await readColumns(ports, area.sheet, area.row, Math.min(area.rows, SAMPLED_ROWS), places);
  const samples = places.map((place, index): SampledColumn => ({
    column: place,
    values: sample.columns[index]!.values,
  }));
  const filled = samples.filter(({ values }) => values.some((value) => value !== ''));
  const offered = filled.filter(({ values }) => mayHoldCompanies(values));
  const best = isWidened ? toWidened(filled, offered, selected.column) : mostDomains(offered);
  const chosen = column ?? best ?? selected.column;
  const { columns: read } = await readColumns(ports, area.sheet, area.row, area.rows, [chosen]);
  const { values, merged } = read[0]!;
  const found = triage(
    values.map((value) => [value]),
    area.row,
    findTitleRow(
      filled.map((each) => each.values),
      area.row,
    ),
  );
  const above = found.header === null ? await findTitleAbove(ports, area, chosen, values) : null;
  return {
    area,
    sheetName: info.name,
    column: chosen,
    columns: filled
      .filter((each) => each.column === chosen || offered.includes(each))
      .map(({ column: place, values }) => ({ column: place, title: titleOf(values) })),
    triage: above === null ? found : withHeader(found, above),
    isTitleAbove: above !== null,
    isWidened,
    selectedRow: selected.row,
    merged: [...merged].filter((offset) => values[offset] === '').length,
  };
}

/** The title of a table that is only partly selected: the topmost of the cells directly above. */
async function findTitleAbove(
  ports: RunPorts,
  area: Area,
  column: number,
  values: readonly GridValue[],
): Promise<Triage['header']> {
  const { columns } = await readColumns(ports, area.sheet, 0, area.row, [column]);
  const above = columns[0]!.values;
  const top = above.lastIndexOf('') + 1;
  return top === above.length ? null : findHeader([...above.slice(top), ...values], top);
}

/** The whole sheet, as far as it is searched, including the selected column. */
function widened({ sheet, column }: Area, info: SheetInfo): Area {
  const first = Math.max(0, column + 1 - MAX_COLUMNS);
  return { sheet, row: 0, rows: info.rows, column: first, columns: Math.max(info.columns, column + 1) - first };
}

function toWidened(
  filled: readonly SampledColumn[],
  offered: readonly SampledColumn[],
  selected: number,
): number | null {
  const own = filled.find(({ column }) => column === selected);
  if (own !== undefined && isOfDomains(own.values)) return selected;
  const isOffered = offered.some(({ column }) => column === selected);
  return findDomainColumn(filled) ?? (isOffered ? selected : mostDomains(offered));
}

function titleOf(values: readonly GridValue[]): string {
  return String(values.find((value) => value !== '') ?? '');
}
