import { RunBudget } from '../../credits/run-budget';
import type { TraceError } from '../../errors/trace-error';
import { fetchCompared, fetchFound } from '../fetch/fetch-records-of-run';
import type { Fetching } from '../fetch/fetch-kind';
import { runLimits } from '../fetch/waits';
import { isAsking } from './column-spec';
import type { Plan, PlannedRow } from './plan';
import type { GridCell } from '../sheet/cell-values';
import type { RunPorts } from '../sheet/ports';
import { limitOf, payerOf, PREVIEW_ROWS } from './price';
import { toAnswer, withStatus } from '../answers/run-answer';

export interface PreviewRow {
  readonly row: number;
  readonly identifier: string;
  /** `null`: no answer. */
  readonly cells: readonly (GridCell | null)[];
  /** Why a cell has no answer; `null`: all have one. */
  readonly problem: TraceError | null;
}

export interface Preview {
  readonly rows: readonly PreviewRow[];
  /** The credits spent on these rows. The enrichment does not pay for them again. */
  readonly credits: number;
}

/** The first rows as the enrichment would fill them. Writes nothing to the sheet; the answers stay in the store. */
export async function previewRun(
  ports: RunPorts,
  plan: Pick<Plan, 'rows' | 'choices'>,
  settings: { readonly cap: number | null; readonly maxAgeMs: number },
  shown = PREVIEW_ROWS,
): Promise<Preview> {
  const payer = await payerOf(ports, plan, settings.maxAgeMs);
  const budget = new RunBudget(await limitOf(ports, plan, settings));
  const { rows, choices } = plan;
  const fetching: Fetching = {
    ports,
    payer,
    maxAgeMs: settings.maxAgeMs,
    budget,
    toLimits: runLimits,
    missingRoutes: new Map(),
  };
  const some = rows.slice(0, shown);
  const identifiers = [...new Set(some.map(({ identifier }) => identifier))];
  const found = await fetchFound(
    fetching,
    choices.filter(isAsking),
    identifiers,
    await fetchCompared(fetching, choices),
  );
  const toRow = ({ row, identifier }: PlannedRow): PreviewRow => {
    const { cells, error, as } = toAnswer(choices, found.get(identifier)!);
    const isWhole = cells.every((cell, at) => cell !== null || !isAsking(choices[at]!));
    const problem = isWhole || error === null ? null : error;
    const shown = withStatus(choices, cells, as, identifier);
    const toShown = (cell: GridCell | null, at: number): GridCell | null =>
      cell === null && !isAsking(choices[at]!) ? { kind: 'blank' } : cell;
    return { row, identifier, cells: shown.map(toShown), problem };
  };
  return { rows: some.map(toRow), credits: budget.used };
}
