import { COMPANY_FIELDS, PARTNER_FIELDS, TECHNOLOGY_FIELDS } from '../../catalogue/fields';
import { titleOf, type Choice } from './column-spec';
import { STATUS_TITLE } from './status-words';
import type { RunPorts } from '../sheet/ports';
import type { SelectedColumn } from './selection';
import { readRow } from './plan';
import { readColumns } from '../sheet/read-columns';

/** Filled columns with titles that enrichments give. */
export interface ExistingColumns {
  /** Titles spelled as enrichments do, and hardly anyone else: an earlier enrichment seems to have filled them. */
  readonly titles: readonly string[];
  /** How many of the rows have a value there. */
  readonly rows: number;
  /** All such titles in any case: `Industry` may be someone's own. */
  readonly alike: readonly string[];
}

const PLAIN: readonly Choice[] = [
  ...COMPANY_FIELDS.map(({ name }): Choice => ({ adds: 'company', field: name })),
  ...TECHNOLOGY_FIELDS.map(({ name }): Choice => ({ adds: 'technologies', field: name, category: null })),
  ...PARTNER_FIELDS.map(({ name }): Choice => ({ adds: 'partners', field: name, type: null })),
  { adds: 'status' },
];
const TITLES = new Set(PLAIN.map(titleOf));
/** Titles that many tables have anyway. */
const EVERYDAY = new Set(
  ['name', 'description', 'industry', 'country', 'region', 'city', 'employee_count', 'founded_year']
    .map((field) => titleOf({ adds: 'company', field }))
    .concat(titleOf({ adds: 'partners', field: 'name', type: null }), STATUS_TITLE),
);
const SHARED = /^shared (partners|partner count) with \S/i;
const USES = /^uses \S/i;
const SPELLED = /^(Uses|Shared partners with|Shared partner count with) \S/;
/** Matches `Technologies: Payments`. */
const OF_ONE_KIND = /: .+$/;
const LOWER = new Set([...TITLES].map((title) => title.toLowerCase()));
const NONE: ExistingColumns = { titles: [], rows: 0, alike: [] };

/** The columns beside the selection that an enrichment may have filled, judged by their titles alone. */
export async function findExistingColumns(
  ports: RunPorts,
  { area, column, triage }: SelectedColumn,
): Promise<ExistingColumns> {
  const { header, rows } = triage;
  const info = header === null ? null : await ports.sheet.info(area.sheet);
  if (header === null || info === null) return NONE;
  const titles = await readRow(ports, area.sheet, header.row, info.columns);
  const places = titles.flatMap((title, place) => (place !== column && isAlike(String(title).trim()) ? [place] : []));
  const [first, last] = [rows[0]?.row ?? 0, rows[rows.length - 1]?.row ?? -1];
  if (places.length === 0 || last < first) return NONE;
  const read = await readColumns(ports, area.sheet, first, last - first + 1, places);
  const filled = read.columns
    .map(({ values }, at) => ({ title: String(titles[places[at]!]), values }))
    .filter(({ title, values }) =>
      values.some((value) => (USES.test(title) ? typeof value === 'boolean' : value !== '')),
    );
  const own = filled.filter(({ title }) => isSpelledByRun(title));
  const isFilled = ({ row }: { readonly row: number }): boolean =>
    own.some(({ values }) => (values[row - first] ?? '') !== '');
  return {
    titles: own.map(({ title }) => title),
    rows: rows.filter(isFilled).length,
    alike: filled.map(({ title }) => title),
  };
}

function isAlike(title: string): boolean {
  const what = title.replace(OF_ONE_KIND, '').toLowerCase();
  return LOWER.has(what) || SHARED.test(title) || USES.test(title);
}

function isSpelledByRun(title: string): boolean {
  const what = title.replace(OF_ONE_KIND, '');
  return (TITLES.has(what) && !EVERYDAY.has(title)) || SPELLED.test(title);
}
