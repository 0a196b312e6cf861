import { specOf } from '../../catalogue/index';
import { readDomain } from '../../cells/identifier';
import { nearestCompany } from '../../cells/nearest-company';
import { readInput } from '../../cells/inputs';
import { type FormulaArgument, type FormulaCall } from '../../cells/formulas';
import { NOT_TRACKED } from '../../cells/table';
import { readOnlyCall } from '../../cells/trace-calls';
import { now } from '../../client/ports';
import { readArguments } from '../../functions/arguments';
import { readKnownCompanies } from '../../enrich/plan/known-companies';
import { readCallArguments, receiptOf } from '../explore/receipt';
import { NO_DETAILS, type CellDetails, type CellSource } from './cell-note';
import type { CellPlace, SelectedCell } from './selected-cell';
import { PRICE_OF_NAME } from '../../credits/action-prices';
import { FREE_FOR_MS } from '../../days';
import { findDomains } from '../../enrich/names/search-companies';
import type { RunPorts } from '../../enrich/sheet/ports';

/** Enough of a sheet to find the company that was meant. */
const MOST_ROWS = 500;
const MOST_COLUMNS = 12;

/** Looks up what is behind the selected cell, in the sheet and among saved answers. Sends no request. */
export async function readDetails(ports: RunPorts, cell: SelectedCell): Promise<CellDetails> {
  const call = readOnlyCall(cell.formula);
  const args = call === null ? null : await readCallArguments(ports, cell.sheet, call);
  if (call === null || args === null) return NO_DETAILS;
  const titles = titlesOf(call, args);
  const sources = args.map((argument, at) => sourceOf(cell, call.args[at]!, argument, titles));
  const inputAt = specOf(call.id).params.findIndex(({ takes }) => takes === 'inputs');
  const input = sources[inputAt] ?? null;
  const others = sources.filter((source, at): source is CellSource => source !== null && at !== inputAt);
  // The row's own company; otherwise each cell of a column would show the receipt of the whole column.
  const own = input === null ? args : args.map((argument, at) => (at === inputAt ? input.text : argument));
  return {
    input,
    others,
    receipt: cell.problem === '' ? await receiptOf(ports, call.id, own) : null,
    nearest: cell.value === NOT_TRACKED && input !== null ? await findNearest(ports, cell.sheet, input) : null,
    nowMs: await ports.perform(now()),
  };
}

/** The text that an argument has for this cell; `null`: it holds several, and none is for this row. */
function sourceOf(
  { sheet, row, holder }: SelectedCell,
  argument: FormulaArgument,
  value: unknown,
  titles: number,
): CellSource | null {
  if (argument.is === 'value') return textOf(value) === '' ? null : { text: textOf(value), place: null };
  const rows = value as readonly (readonly unknown[])[];
  const offset = argument.rows === 1 ? 0 : row - holder.row - titles;
  const text = textOf(rows[offset]?.[0]);
  const place: CellPlace = { sheet, row: argument.row - 1 + offset, column: argument.column - 1 };
  return text === '' || argument.columns > 1 ? null : { text, place };
}

/** How many rows of the answer come before its first company; infinite: a row is not about one company. */
function titlesOf({ id }: FormulaCall, args: readonly unknown[]): number {
  try {
    const { options } = readArguments(specOf(id), args);
    if (options.layout === 'spill' || specOf(id).headers > 0) return Infinity;
    return options.headers > 0 ? 1 : 0;
  } catch {
    return Infinity;
  }
}

async function findNearest(ports: RunPorts, sheet: string, { text }: CellSource): Promise<string | null> {
  const asked = identifierIn(text);
  if (asked === null) return null;
  const companies = (await readTexts(ports, sheet)).flatMap((value) => identifierIn(textOf(value)) ?? []);
  return nearestCompany(asked, await readKnownCompanies(ports, companies));
}

/** What the first rows and columns of a sheet hold: the companies of its columns are among them. */
async function readTexts(ports: RunPorts, sheet: string): Promise<readonly unknown[]> {
  const info = await ports.sheet.info(sheet);
  if (info === null || info.rows === 0) return [];
  const columns = Array.from({ length: Math.min(MOST_COLUMNS, info.columns) }, (_column, at) => at);
  const rows = Math.min(MOST_ROWS, info.rows);
  const block = await ports.sheet.read({ sheet, row: 0, rows, columns, withFormats: false });
  return block.columns.flatMap(({ values }) => values);
}

function identifierIn(text: string): string | null {
  const input = readInput(text);
  return input.is === 'company' && readDomain(input.identifier) !== null ? input.identifier : null;
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).trim();
}

interface FoundCompany {
  readonly name: string;
  readonly domain: string;
  readonly country: string;
}

/** Searches one company by name, for the price that the button says. `null`: Trace knows none. Throws why it failed. */
export async function findDomain(ports: RunPorts, name: string): Promise<FoundCompany | null> {
  const { matches, why } = await findDomains(ports, [{ name, rows: [] }], {
    cap: PRICE_OF_NAME,
    maxAgeMs: FREE_FOR_MS,
  });
  const problem = why ?? matches[0]?.problem ?? null;
  if (problem !== null) throw problem;
  return matches[0]?.candidates[0] ?? null;
}
