import { readDomain } from '../../cells/identifier';
import { nearestCompany } from '../../cells/nearest-company';
import { readInput } from '../../cells/inputs';
import { peek } from '../../lookup/ports';
import type { RunPorts } from '../sheet/ports';
import { readKnownCompanies } from './known-companies';
import type { InputRow } from './triage';

/** A company that Trace has no data on. */
export interface NotTrackedCompany {
  /** The cells with it, the first one first. Rows count from 0. */
  readonly cells: readonly { readonly row: number; readonly text: string }[];
  /** The company that was probably meant; `null`: none is similar. */
  readonly nearest: string | null;
  /** Whether the column has that company too, so that its answers are there. */
  readonly isNearestInColumn: boolean;
}

/** Enough for a person to look through. */
const MOST_ROWS = 5_000;

/** The rows of a column, titles included, which name no company. */
export async function readInputRows(ports: RunPorts, sheet: string, column: number): Promise<readonly InputRow[]> {
  const info = await ports.sheet.info(sheet);
  if (info === null || info.rows === 0 || column >= info.columns) return [];
  const rows = Math.min(MOST_ROWS, info.rows);
  const block = await ports.sheet.read({ sheet, row: 0, rows, columns: [column], withFormats: false });
  return (block.columns[0]?.values ?? []).map((value, row) => ({ row, input: readInput(value) }));
}

/** The companies that saved answers call unknown, with the ones that were probably meant. Sends no request. */
export async function findNotTracked(
  ports: RunPorts,
  rows: readonly InputRow[],
): Promise<readonly NotTrackedCompany[]> {
  const cells = new Map<string, NotTrackedCompany['cells']>();
  for (const { row, input } of rows.slice(0, MOST_ROWS)) {
    if (input.is !== 'company' || readDomain(input.identifier) === null) continue;
    const cell = { row, text: input.given };
    cells.set(input.identifier, [...(cells.get(input.identifier) ?? []), cell]);
  }
  const identifiers = [...cells.keys()];
  const companies = await ports.perform(peek('company', identifiers));
  const partners = await ports.perform(peek('partners', identifiers));
  const unknown = identifiers.filter((each) =>
    [companies, partners].some((outcomes) => outcomes.get(each)?.is === 'notTracked'),
  );
  if (unknown.length === 0) return [];
  const known = await readKnownCompanies(ports, identifiers);
  return unknown.map((each) => {
    const nearest = nearestCompany(each, known);
    return { cells: cells.get(each)!, nearest, isNearestInColumn: nearest !== null && cells.has(nearest) };
  });
}
