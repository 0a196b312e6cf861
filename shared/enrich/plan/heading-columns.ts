import { plainTitleOf, type Choice } from './column-spec';
import { choiceOfHeading } from './heading-choices';
import { readRow } from './plan';
import type { SelectedColumn } from './selection';
import type { RunPorts } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';

/** A column right of the companies whose heading asks for something that Trace knows. */
export interface HeadingColumn {
  /** From 0. */
  readonly column: number;
  /** As it is in the sheet. */
  readonly heading: string;
  readonly choice: Choice;
}

/**
 * The columns that could be filled according to their headings, left to right: those with blank cells beside a
 * company. A formula in the first row may fill the column, and its answer may still be loading.
 */
export async function findHeadingColumns(
  ports: RunPorts,
  { area, column, triage }: SelectedColumn,
): Promise<readonly HeadingColumn[]> {
  const { header, rows } = triage;
  const companies = rows.filter(({ input }) => input.is === 'company');
  const info = header === null || companies.length === 0 ? null : await ports.sheet.info(area.sheet);
  if (header === null || info === null) return [];
  const titles = await readRow(ports, area.sheet, header.row, info.columns);
  const asking = titles.flatMap((title, place): readonly HeadingColumn[] => {
    const heading = String(title).trim();
    const choice = place > column ? choiceOfHeading(heading) : null;
    return choice === null ? [] : [{ column: place, heading, choice }];
  });
  const first = asking.filter(({ choice }, at) => at === asking.findIndex((each) => isSame(each.choice, choice)));
  if (first.length === 0) return [];
  const top = companies[0]!.row;
  const height = companies[companies.length - 1]!.row - top + 1;
  const places = first.map((each) => each.column);
  const { columns } = await readColumns(ports, area.sheet, top, height, places);
  return first.filter((_each, at) => {
    const { values, formulas } = columns[at]!;
    return !formulas.has(0) && companies.some(({ row }) => values[row - top] === '');
  });
}

function isSame(one: Choice, other: Choice): boolean {
  return plainTitleOf(one) === plainTitleOf(other);
}
