import { TraceError } from '../errors/trace-error';
import { placeNew } from './plan/choose-targets';
import type { Choice } from './plan/column-spec';
import { readRow, type Plan } from './plan/plan';
import { countFailed } from './answers/failures';
import type { RunPorts } from './sheet/ports';
import { readColumns } from './sheet/read-columns';
import { findEnrichment, startEnrichment, undoEnrichment } from './enrichment';
import { nameOfText } from './naming';

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
  /** Rows that the host refused to write. */
  readonly refused: number;
  /** Why not all were written. */
  readonly why: TraceError | null;
}

const TITLE = 'Domain';
/** What the new column contains. */
const ADDS: Choice = { adds: 'company', field: 'primary_domain' };

/**
 * Writes confirmed domains into a new column to the right: an enrichment that knows its answers and can be undone
 * like any other. Every row with a confirmed name gets the domain. If none can be written, the sheet stays unchanged.
 * Throws `sheetGone`, `sheetFull`, `runElsewhere` or `runUnfinished`.
 */
export async function writeDomains(
  ports: RunPorts,
  names: NameColumn,
  confirmed: readonly ConfirmedDomain[],
): Promise<WrittenDomains> {
  const { plan, missing } = await planDomains(ports, names, confirmed);
  const { why, refused } = await startEnrichment(ports, plan, { cap: 0, quoted: 0, maxAgeMs: 0 });
  const found = await findEnrichment(ports);
  const summary = found.is === 'enrichment' ? found.enrichment.summary : null;
  const written = summary?.found ?? 0;
  if (written === 0) await undoEnrichment(ports);
  if (written === 0 && why !== null) throw why;
  const problem = why ?? refused[0]?.why ?? null;
  return { column: plan.targets[0]!.column, written, missing, refused: countFailed(refused), why: problem };
}

async function planDomains(
  ports: RunPorts,
  { sheet, column, headerRow }: NameColumn,
  confirmed: readonly ConfirmedDomain[],
): Promise<{ readonly plan: Plan; readonly missing: number }> {
  const info = await ports.sheet.info(sheet);
  if (info === null) throw new TraceError('sheetGone', {});
  const { columns } = await readColumns(ports, sheet, 0, info.rows, [column]);
  const held = columns[0]!.values;
  const texts = new Map(confirmed.map(({ name, domain }) => [nameOfText(name) ?? '', domain]));
  const selected = held.flatMap((value, row) => (texts.has(nameOfText(value) ?? ' ') ? [{ row, value }] : []));
  const names = new Set(selected.map(({ value }) => nameOfText(value)));
  const [first, last] = [headerRow ?? selected[0]?.row ?? 0, selected[selected.length - 1]?.row ?? 0];
  const titles = headerRow === null ? [] : await readRow(ports, sheet, headerRow, info.columns);
  const { start, names: placed } = await placeNew(
    ports,
    { sheet, inputColumn: column, headerRow, titles: [TITLE] },
    { first, height: last - first + 1, used: info.columns },
  );
  const plan: Plan = {
    sheet: { id: info.id, name: info.name },
    input: { column, title: String(titles[column] ?? '') },
    headerRow,
    choices: [ADDS],
    targets: [{ column: start, title: placed[0]!, isNew: true }],
    mode: 'onlyEmpty',
    selected,
    rows: selected.map(({ row, value }) => ({ row, identifier: String(value) })),
    texts,
    skipped: [],
    cells: selected.length,
    alreadyFilled: 0,
    skippedWithStatus: 0,
  };
  return { plan, missing: [...texts.keys()].filter((name) => !names.has(name)).length };
}
