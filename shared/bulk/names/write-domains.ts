import { TraceError } from '../../errors/trace-error';
import type { Choice } from '../plan/column-spec';
import { placeNew } from '../plan/choose-targets';
import { readRow, type Plan } from '../plan/plan';
import { countFailed } from '../run/failures';
import { startRun } from '../run/run';
import { isLiteral, type GridValue } from '../sheet/cell-values';
import type { RunPorts } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';
import { groupBy } from '../sheet/row-anchors';
import { textOfInput } from '../sheet/row-keys';
import { undoRun } from '../undo/undo';

/** The column of names beside which domains are written. */
interface NameColumn {
  readonly sheet: string;
  readonly column: number;
  readonly headerRow: number | null;
}

/** One row, and the match that the user confirmed for it. */
export interface ConfirmedDomain {
  /** From 0. */
  readonly row: number;
  readonly name: string;
  readonly domain: string;
}

export interface WrittenDomains {
  /** From 0. */
  readonly column: number;
  readonly written: number;
  /** Domains of names that are no longer in the column. */
  readonly missing: number;
  /** Cells that the host refused to write. */
  readonly refused: number;
  /** Why not all were written. */
  readonly why: TraceError | null;
  /** Whether nothing is left to do; if not, the run can be resumed or undone. */
  readonly isDone: boolean;
}

const TITLE = 'Domain';
/** The contents of the column. */
const ADDS: Choice = { adds: 'company', field: 'primary_domain' };

/**
 * Writes confirmed domains into a new column to the right: a run that knows its answers and can be resumed and
 * undone like any other. If none can be written, the sheet stays unchanged. Throws `sheetGone`, `sheetFull`, `noKey`,
 * `runElsewhere`, `runUnfinished`, `journalFull`.
 */
export async function writeDomains(
  ports: RunPorts,
  names: NameColumn,
  confirmed: readonly ConfirmedDomain[],
): Promise<WrittenDomains> {
  const plan = await planDomains(ports, names, confirmed);
  const { is, why, summary } = await startRun(ports, plan, { cap: 0, quoted: 0, maxAgeMs: 0, byTitles: true });
  const { found: written, unplaced: missing, failed } = summary;
  if (written === 0) await undoRun(ports);
  if (written === 0 && why !== null) throw why;
  const column = plan.targets[0]!.column;
  return {
    ...{ column, written, missing },
    refused: countFailed(failed),
    why: why ?? failed[0]?.why ?? null,
    isDone: is === 'done' || written === 0,
  };
}

async function planDomains(
  ports: RunPorts,
  { sheet, column, headerRow }: NameColumn,
  given: readonly ConfirmedDomain[],
): Promise<Plan> {
  const info = await ports.sheet.info(sheet);
  if (info === null) throw new TraceError('sheetGone', {});
  const most = given.reduce((last, { row }) => Math.max(last, row), 0);
  const { columns } = await readColumns(ports, sheet, 0, Math.max(info.rows, most + 1), [column]);
  const held = columns[0]!.values;
  const confirmed = whereTheyAre(given, held);
  const [first, last] = [headerRow ?? confirmed[0]?.row ?? 0, confirmed[confirmed.length - 1]?.row ?? 0];
  const titles = headerRow === null ? [] : await readRow(ports, sheet, headerRow, info.columns);
  const { start, names } = await placeNew(
    ports,
    { sheet, inputColumn: column, headerRow, titles: [TITLE] },
    { first, height: last - first + 1, used: info.columns },
  );
  const rows = confirmed.map(({ row, name }) => {
    const identifier = isNamed(held[row], name) ? String(held[row]) : name;
    return { row, identifier, text: textOfInput(identifier) };
  });
  return {
    sheet: { id: info.id, name: info.name },
    input: { column, title: String(titles[column] ?? '') },
    headerRow,
    choices: [ADDS],
    targets: [{ column: start, title: names[0]!, isNew: true }],
    mode: 'onlyEmpty',
    rows,
    answers: confirmed.map(({ name, domain }) => ({
      identifier: name,
      cells: [{ kind: 'text', text: domain, isLiteral: isLiteral(domain) }],
    })),
    skipped: [],
    outsiders: toOutsiders(held, rows),
    sheetRows: info.rows,
    cells: rows.length,
    keptCharacters: 0,
    alreadyFilled: 0,
  };
}

/**
 * The rows in the order of the sheet. A name that has moved is found in other cells with the same text, unless these
 * outnumber its confirmed rows: some of them may not be meant then.
 */
function whereTheyAre(given: readonly ConfirmedDomain[], held: readonly GridValue[]): readonly ConfirmedDomain[] {
  const staying = given.filter(({ row, name }) => isNamed(held[row], name));
  const own = new Set(staying.map(({ row }) => row));
  const strayed = groupBy(
    given.filter(({ row }) => !own.has(row)),
    ({ name }) => keyOf(name),
  );
  const free = groupBy(
    [...held.keys()].filter((row) => !own.has(row)),
    (row) => keyOf(held[row]!),
  );
  const moved = [...strayed].flatMap(([key, group]) => {
    const places = free.get(key) ?? [];
    return group.map((each, at) => (places.length > group.length ? each : { ...each, row: places[at] ?? each.row }));
  });
  return [...staying, ...moved].sort((a, b) => a.row - b.row);
}

/** Whether the cell contains the name, perhaps with other capitalization. */
function isNamed(held: GridValue | undefined, name: string): boolean {
  return keyOf(held ?? '') === keyOf(name);
}

function keyOf(value: GridValue): string {
  return String(value).trim().toLowerCase();
}

/** Other rows with the same text, which nobody confirmed. */
function toOutsiders(held: readonly GridValue[], rows: Plan['rows']): Plan['outsiders'] {
  const own = new Set(rows.map(({ row }) => row));
  const texts = new Set(rows.map(({ text }) => text));
  return held.flatMap((value, row) => {
    const text = textOfInput(value);
    return !own.has(row) && texts.has(text) ? [{ row, code: text, text }] : [];
  });
}
