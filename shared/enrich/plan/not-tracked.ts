import { readDomain } from '../../cells/identifier';
import { nearestCompany } from '../../cells/nearest-company';
import { readInput } from '../../cells/inputs';
import { peek } from '../../lookup/ports';
import type { RunPorts } from '../sheet/ports';
import { readKnownCompanies } from './known-companies';

/** A cell with a company that Trace has no data on. Rows count from 0. */
export interface NotTrackedCell {
  readonly row: number;
  /** As it is in the cell. */
  readonly text: string;
  /** The company that was probably meant; `null`: none is similar. */
  readonly nearest: string | null;
}

/** Enough for a person to look through. */
const MOST_ROWS = 5_000;

/** The companies of a column that saved answers call unknown, each once, with the ones that were meant. Sends no request. */
export async function findNotTracked(
  ports: RunPorts,
  sheet: string,
  column: number,
): Promise<readonly NotTrackedCell[]> {
  const info = await ports.sheet.info(sheet);
  if (info === null || info.rows === 0 || column >= info.columns) return [];
  const rows = Math.min(MOST_ROWS, info.rows);
  const block = await ports.sheet.read({ sheet, row: 0, rows, columns: [column], withFormats: false });
  const cells = new Map<string, { readonly row: number; readonly text: string }>();
  block.columns[0]?.values.forEach((value, row) => {
    const input = readInput(value);
    if (input.is !== 'company' || readDomain(input.identifier) === null || cells.has(input.identifier)) return;
    cells.set(input.identifier, { row, text: String(value) });
  });
  const identifiers = [...cells.keys()];
  const outcomes = await ports.perform(peek('company', identifiers));
  const unknown = identifiers.filter((each) => outcomes.get(each)?.is === 'notTracked');
  if (unknown.length === 0) return [];
  const known = await readKnownCompanies(ports, identifiers);
  return unknown.map((each) => ({ ...cells.get(each)!, nearest: nearestCompany(each, known) }));
}
