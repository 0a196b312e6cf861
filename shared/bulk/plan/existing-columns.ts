import { COMPANY_FIELDS, PARTNER_FIELDS, TECHNOLOGY_FIELDS } from '../../catalogue/fields';
import { titleOf } from './column-spec';
import type { RunPorts } from '../sheet/ports';
import type { SelectedColumn } from './selection';
import { readRow } from './plan';
import { readColumns } from '../sheet/read-columns';

/** Columns that an earlier run seems to have filled, judging by their titles alone. */
export interface ExistingColumns {
  readonly titles: readonly string[];
  /** How many of the rows have a value there. */
  readonly rows: number;
}

const NAMED = new Set([
  ...COMPANY_FIELDS.map(({ name }) => titleOf({ adds: 'company', field: name })),
  ...TECHNOLOGY_FIELDS.map(({ name }) => titleOf({ adds: 'technologies', field: name, category: null })),
  ...PARTNER_FIELDS.map(({ name }) => titleOf({ adds: 'partners', field: name, type: null })),
]);
const SHARED = /^shared with \S/;
const HAS = /^has \S/;

/** Only accepts titles in the spelling of a run: `Name` is somebody's own column. */
export async function findExistingColumns(
  ports: RunPorts,
  { area, column, triage }: SelectedColumn,
): Promise<ExistingColumns> {
  const { header, rows } = triage;
  const info = header === null ? null : await ports.sheet.info(area.sheet);
  if (header === null || info === null) return { titles: [], rows: 0 };
  const titles = await readRow(ports, area.sheet, header.row, info.columns);
  const places = titles.flatMap((title, place) => (place !== column && mayBeOurs(String(title)) ? [place] : []));
  const [first, last] = [rows[0]?.row ?? 0, rows[rows.length - 1]?.row ?? -1];
  if (places.length === 0 || last < first) return { titles: [], rows: 0 };
  const read = await readColumns(ports, area.sheet, first, last - first + 1, places);
  const filled = read.columns
    .map(({ values }, at) => ({ title: String(titles[places[at]!]), values }))
    .filter(({ title, values }) =>
      values.some((value) => (HAS.test(title) ? typeof value === 'boolean' : value !== '')),
    );
  const isFilled = ({ row }: { readonly row: number }): boolean =>
    filled.some(({ values }) => (values[row - first] ?? '') !== '');
  return { titles: filled.map(({ title }) => title), rows: rows.filter(isFilled).length };
}

function mayBeOurs(title: string): boolean {
  return NAMED.has(title.replace(/ \(.+\)$/, '')) || SHARED.test(title) || HAS.test(title);
}
