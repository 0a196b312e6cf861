import { isAsking, isTitleOf, titleOf, type Choice } from './column-spec';
import { findGap, type Height } from './free-columns';
import { choiceOfHeading } from './heading-choices';
import { findOthersStatus } from './status-words';
import { columnsOfTables, hasRoomBeside } from './table-places';
import type { GridValue } from '../sheet/cell-values';
import type { RunPorts } from '../sheet/ports';
import { tableOf, uniqueTitles } from '../sheet/tables';

const NONE: ReadonlySet<number> = new Set();

/** The wanted columns, as in a plan's request. */
interface Wanted {
  readonly sheet: string;
  readonly inputColumn: number;
  readonly headerRow: number | null;
  readonly choices: readonly Choice[];
  readonly where: 'newColumns' | 'sameTitles';
}

interface ChosenColumn {
  readonly column: number;
  readonly title: string;
  readonly isNew: boolean;
}

/** The columns of the choices: existing ones with their titles, if requested, and new ones side by side. */
export async function chooseTargets(
  ports: RunPorts,
  { sheet, inputColumn, headerRow, choices, where }: Wanted,
  titles: readonly GridValue[],
  { first, height, used }: Height,
): Promise<readonly ChosenColumn[]> {
  const isByTitle = where === 'sameTitles';
  const others =
    isByTitle && !choices.every(isAsking) ? await findOthersStatus(ports, sheet, titles, { first, height }) : NONE;
  const found = isByTitle ? findColumns(choices, titles, [inputColumn, ...others]) : choices.map(() => -1);
  const taken = new Set([inputColumn, ...found.filter((column) => column >= 0)]);
  const added = choices.filter((_choice, index) => found[index]! < 0).map(titleOf);
  const wanted = { sheet, inputColumn, headerRow, titles: added };
  const { start, names } = await placeNew(ports, wanted, { first, height, used }, taken);
  let next = 0;
  return choices.map((_choice, index) => {
    const column = found[index]!;
    if (column >= 0) return { column, title: String(titles[column]), isNew: false };
    next += 1;
    return { column: start + next - 1, title: names[next - 1]!, isNew: true };
  });
}

/**
 * Finds where new columns fit side by side: in the table of the input, or in the first gap where no table grows.
 *
 * @param taken columns that are meant for something else
 * @returns the first column, and the titles as they are possible there
 */
export async function placeNew(
  ports: RunPorts,
  {
    sheet,
    inputColumn,
    headerRow,
    titles,
  }: Pick<Wanted, 'sheet' | 'inputColumn' | 'headerRow'> & { readonly titles: readonly string[] },
  { first, height, used }: Height,
  taken: ReadonlySet<number> = new Set(),
): Promise<{ readonly start: number; readonly names: readonly string[] }> {
  const tables = (await ports.tables?.list(sheet)) ?? [];
  const table = tableOf(tables, headerRow, inputColumn);
  if (table !== undefined && (await hasRoomBeside(ports, sheet, table, titles.length, tables))) {
    return { start: table.column + table.columns, names: uniqueTitles(titles, table.titles ?? []) };
  }
  const none = new Set([...taken, ...columnsOfTables(tables, { first, height })]);
  const end = Math.max(used, ...(tables.length > 0 ? [...none].map((column) => column + 1) : []));
  const start = await findGap(ports, sheet, inputColumn + 1, titles.length, { first, height, used: end }, none);
  return { start, names: titles };
}

/**
 * The column of each choice: by its title, or by a heading that asks for the same in other words; -1: none.
 */
function findColumns(
  choices: readonly Choice[],
  titles: readonly GridValue[],
  notThese: readonly number[],
): readonly number[] {
  const given = titles.map((title) => String(title).trim());
  const asked = given.map((title) => choiceOfHeading(title));
  const taken = new Set(notThese);
  const found = new Map<number, number>();
  const ways: readonly ((choice: Choice, column: number) => boolean)[] = [
    (choice, column) => isTitleOf(choice, given[column]!),
    (choice, column) => asked[column] !== null && isTitleOf(choice, titleOf(asked[column]!)),
  ];
  for (const isIt of ways) {
    for (const [index, choice] of choices.entries()) {
      if (found.has(index)) continue;
      const column = given.findIndex((_title, at) => !taken.has(at) && isIt(choice, at));
      if (column < 0) continue;
      found.set(index, column);
      taken.add(column);
    }
  }
  return choices.map((_choice, index) => found.get(index) ?? -1);
}
