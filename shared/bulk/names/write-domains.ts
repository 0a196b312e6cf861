import { TraceError } from '../../errors/trace-error';
import { findGap } from '../plan/free-columns';
import type { GridWriting, RunPorts } from '../sheet/ports';
import { holding } from '../sheet/file-lease';
import { isLiteral, type GridCell } from '../sheet/cell-values';
import { readColumns } from '../sheet/read-columns';

/** Beside which names domains are to be written. */
export interface NameColumn {
  readonly sheet: string;
  readonly column: number;
  readonly headerRow: number | null;
}

/** One row, and the match that a person has confirmed for it. */
export interface ConfirmedDomain {
  readonly row: number;
  readonly name: string;
  readonly domain: string;
}

export interface PlacedDomains {
  /** From 0. */
  readonly column: number;
  readonly placed: readonly ConfirmedDomain[];
  /** Rows that hold another name by now: nothing was written there. */
  readonly moved: readonly ConfirmedDomain[];
  /** Cells that the host did not let be written. */
  readonly refused: readonly ConfirmedDomain[];
  /** Why it did not. */
  readonly why: TraceError | null;
}

export interface RemovedDomains {
  readonly removed: number;
  /** Domains that do not stand beside their names any more, in cells that are protected, or gone. */
  readonly left: readonly ConfirmedDomain[];
}

const TITLE = 'domain';

/** Writes confirmed domains into a new column to the right. Throws `sheetGone`, `runElsewhere`, `sheetFull`, and why no cell could be written. */
export async function placeDomains(
  ports: RunPorts,
  names: NameColumn,
  given: readonly ConfirmedDomain[],
): Promise<PlacedDomains> {
  const info = await ports.sheet.info(names.sheet);
  if (info === null) throw new TraceError('sheetGone', {});
  const confirmed = [...given].sort((a, b) => a.row - b.row);
  const rows = confirmed.map(({ row }) => row);
  const { least, most } = rangeOf(rows);
  const first = names.headerRow ?? least;
  const height = most - first + 1;
  const column = await findGap(ports, names.sheet, names.column + 1, 1, { first, height, used: info.columns });
  return await holding(ports, async () => {
    await ports.sheet.addColumns(names.sheet, column + 1);
    const written = await write(ports, names, column, confirmed, '', ({ domain }) => textOf(domain));
    if (written.why !== null && written.done.length === 0) throw written.why;
    if (names.headerRow !== null) await writeTitle(ports, names.sheet, names.headerRow, column, '', TITLE);
    const { done, moved, refused, why } = written;
    return { column, placed: done, moved, refused, why };
  });
}

/** Takes away the domains that still stand beside their names, wherever those have moved to, and the title once none is left. */
export async function removeDomains(
  ports: RunPorts,
  names: NameColumn,
  { column, placed }: PlacedDomains,
): Promise<RemovedDomains> {
  const info = await ports.sheet.info(names.sheet);
  if (info === null) throw new TraceError('sheetGone', {});
  return await holding(ports, async () => {
    const { columns } = await readColumns(ports, names.sheet, 0, info.rows, [names.column, column]);
    const { found, missing } = findPairs(placed, columns[0]!.values, columns[1]!.values);
    const { done, moved, refused } = await write(ports, names, column, found, null, () => ({ kind: 'blank' }));
    const left = [...missing, ...moved, ...refused];
    if (names.headerRow !== null && left.length === 0) {
      await writeTitle(ports, names.sheet, names.headerRow, column, TITLE, '');
    }
    return { removed: done.length, left };
  });
}

type Values = readonly (string | number | boolean)[];

interface Settled {
  readonly done: readonly ConfirmedDomain[];
  readonly moved: readonly ConfirmedDomain[];
  readonly refused: readonly ConfirmedDomain[];
  readonly why: TraceError | null;
}

/** @param before what the cells hold now; `null`: their domains */
async function write(
  ports: RunPorts,
  { sheet, column: nameColumn }: NameColumn,
  column: number,
  confirmed: readonly ConfirmedDomain[],
  before: string | null,
  toCell: (each: ConfirmedDomain) => GridCell,
): Promise<Settled> {
  if (confirmed.length === 0) return { done: [], moved: [], refused: [], why: null };
  const names = await readNamesAt(ports, sheet, nameColumn, confirmed);
  const writing: GridWriting = {
    sheet,
    rows: confirmed.map(({ row }) => row),
    columns: [column],
    cells: confirmed.map((each) => [toCell(each)]),
    guard: {
      input: { column: nameColumn, values: names },
      before: confirmed.map(({ domain }) => [before ?? domain]),
      sheetRows: null,
      header: null,
    },
  };
  const written = await ports.sheet.write(writing);
  const moved = new Set(written.moved);
  const refused = new Set(written.refused.map(({ at }) => at));
  return {
    done: confirmed.filter((_each, at) => !moved.has(at) && !refused.has(at)),
    moved: confirmed.filter((_each, at) => moved.has(at)),
    refused: confirmed.filter((_each, at) => refused.has(at)),
    why: written.refused[0]?.error ?? null,
  };
}

/** The cells as they are where they hold the name still, and else what they held, so that they count as moved. */
async function readNamesAt(
  ports: RunPorts,
  sheet: string,
  column: number,
  confirmed: readonly ConfirmedDomain[],
): Promise<Values> {
  const rows = confirmed.map(({ row }) => row);
  const { least: first, most } = rangeOf(rows);
  const { columns } = await readColumns(ports, sheet, first, most - first + 1, [column]);
  return confirmed.map(({ row, name }) => {
    const value = columns[0]!.values[row - first] ?? '';
    return toKey(value) === toKey(name) ? value : name;
  });
}

async function writeTitle(
  ports: RunPorts,
  sheet: string,
  row: number,
  column: number,
  before: string,
  title: string,
): Promise<void> {
  await ports.sheet.write({
    sheet,
    rows: [row],
    columns: [column],
    cells: [[title === '' ? { kind: 'blank' } : textOf(title)]],
    guard: { input: null, before: [[before]], sheetRows: null, header: null },
  });
}

function textOf(text: string): GridCell {
  return { kind: 'text', text, isLiteral: isLiteral(text) };
}

/** Where each name stands now with its domain beside it: at its place, or anywhere that no other one stands. */
function findPairs(
  placed: readonly ConfirmedDomain[],
  names: Values,
  domains: Values,
): { readonly found: readonly ConfirmedDomain[]; readonly missing: readonly ConfirmedDomain[] } {
  const keyOf = (name: Values[number], domain: Values[number]): string => JSON.stringify([toKey(name), toKey(domain)]);
  const rowsOf = new Map<string, number[]>();
  for (const [row, domain] of domains.entries()) {
    if (domain === '') continue;
    const key = keyOf(names[row] ?? '', domain);
    rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
  }
  const found: ConfirmedDomain[] = [];
  const strayed: ConfirmedDomain[] = [];
  const take = (each: ConfirmedDomain, at: number): boolean => {
    const rows = rowsOf.get(keyOf(each.name, each.domain)) ?? [];
    const [row] = at < 0 ? [] : rows.splice(at, 1);
    if (row !== undefined) found.push({ ...each, row });
    return row !== undefined;
  };
  const rowsFor = ({ name, domain }: ConfirmedDomain): readonly number[] => rowsOf.get(keyOf(name, domain)) ?? [];
  for (const each of placed) if (!take(each, rowsFor(each).indexOf(each.row))) strayed.push(each);
  const missing = strayed.filter((each) => !take(each, rowsFor(each).length > 0 ? 0 : -1));
  return { found: found.sort((a, b) => a.row - b.row), missing };
}

function toKey(value: Values[number]): string {
  return String(value).trim().toLowerCase();
}

/** Not as arguments of `Math.min`: Safari takes some 65,000 of them (https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Function/apply). */
function rangeOf(rows: readonly number[]): { readonly least: number; readonly most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const row of rows) [least, most] = [Math.min(least, row), Math.max(most, row)];
  return { least, most };
}
