import type { FunctionId } from '../../catalogue/index';
import type { RunPorts } from '../../enrich/sheet/ports';
import type { FormulaCall } from '../../cells/formulas';
import { readOnlyCall } from '../../cells/trace-calls';
import type { CellRange } from '../../cells/formula-text';
import { readQuestion } from '../../client/rows';
import type { PartnersRecord } from '../../client/resources/partnerships';
import { chargeOfAnswers } from '../../credits/charges';
import { isNameQuestion } from '../../lookup/kinds';
import { recall } from '../../lookup/cache';
import { NO_ACCOUNT } from '../../records/account';
import type { LookupKind, LookupOutcome } from '../../records/outcome';
import { account } from '../../lookup/ports';
import { FREE_FOR_MS } from '../../days';
import type { ActiveCell } from '../bulk-host';
import { callInPage } from './within-credits';

/** The saved answers behind a cell. */
export interface Receipt {
  /** Saved answers, and lookups without one. */
  readonly answers: number;
  readonly missing: number;
  /** When the oldest and the newest of them were given; milliseconds since 1970. */
  readonly oldestMs: number;
  readonly newestMs: number;
  /** Until when all of them can be asked for again at no cost; milliseconds since 1970. */
  readonly freeUntilMs: number;
  /** In words, each once. */
  readonly sources: readonly string[];
  /** What the service charged for them at most. Companies that were paid for before were free. */
  readonly credits: number;
}

/** The receipt of a formula over more cells is not added up. */
const MOST_CELLS = 5_000;

/** The only Trace call of a cell; see {@link readOnlyCall}. */
export function callOfCell({ formula }: ActiveCell): FormulaCall | null {
  return formula === '' ? null : readOnlyCall(formula);
}

/**
 * Reads the saved answers that a formula shows, without a request.
 *
 * @returns `null`: its arguments cannot be read, or it shows no answer
 */
export async function readReceipt(ports: RunPorts, cell: ActiveCell): Promise<Receipt | null> {
  const call = callOfCell(cell);
  const args = call === null ? null : await readCallArguments(ports, cell.sheet, call);
  return call === null || args === null ? null : receiptOf(ports, call.id, args);
}

/** The same for a function and the arguments that it gets. */
export async function receiptOf(ports: RunPorts, id: FunctionId, args: readonly unknown[]): Promise<Receipt | null> {
  return toReceipt(await lookupsOf(ports, id, args));
}

/** How many lookups of a formula have no saved answer: of companies, at a credit each, and others. Free. */
export async function unsavedOf(
  ports: RunPorts,
  id: FunctionId,
  args: readonly unknown[],
): Promise<{ readonly companies: number; readonly others: number }> {
  const missing = (await lookupsOf(ports, id, args)).filter(({ outcome }) => outcome.is === 'notAsked');
  const companies = missing.filter(({ kind }) => kind === 'company').length;
  // The catalog of technologies is free.
  const free = missing.filter(({ kind, id: question }) => kind === 'rows' && isNameQuestion(question)).length;
  return { companies, others: missing.length - companies - free };
}

interface SeenLookup {
  readonly kind: LookupKind;
  readonly id: string;
  readonly outcome: LookupOutcome;
}

/** Answers a formula from what is saved, and notes what it asks for. */
async function lookupsOf(ports: RunPorts, id: FunctionId, args: readonly unknown[]): Promise<readonly SeenLookup[]> {
  const payer = (await ports.perform(account())) ?? NO_ACCOUNT;
  const seen = new Map<string, SeenLookup>();
  await callInPage(ports, payer, { id, args }, async ({ kind, identifiers }) => {
    const { outcomes } = await ports.perform(recall(payer, kind, identifiers));
    const found = identifiers.map((each): [string, LookupOutcome] => [each, outcomes.get(each) ?? { is: 'notAsked' }]);
    for (const [each, outcome] of found) seen.set(`${kind} ${each}`, { kind, id: each, outcome });
    return new Map(found);
  });
  return [...seen.values()];
}

function toReceipt(seen: readonly SeenLookup[]): Receipt | null {
  const answered = seen.filter(({ outcome }) => outcome.is === 'found' || outcome.is === 'notTracked');
  if (answered.length === 0) return null;
  const times = answered.map(({ outcome }) => ('asOfMs' in outcome ? outcome.asOfMs : 0));
  const oldestMs = times.reduce((one, other) => Math.min(one, other));
  return {
    answers: answered.length,
    missing: seen.filter(({ outcome }) => outcome.is === 'notAsked').length,
    oldestMs,
    newestMs: times.reduce((one, other) => Math.max(one, other)),
    freeUntilMs: oldestMs + FREE_FOR_MS,
    sources: [...new Set(answered.map(({ kind, id, outcome }) => sourceOf(kind, id, outcome)))],
    credits: chargeOfAnswers(answered),
  };
}

const LISTS: Readonly<Record<string, string>> = {
  'companies.search': 'company search',
  'technologies.search': 'technology catalog',
  'technologies.companies': 'companies of a technology',
  'vendors.companies': 'companies of a vendor',
  'partnerships.list': "the company's list of partners",
  'partnerships.reverse': 'companies that list a partner',
  'partnerships.lookup': 'partnership of two companies',
  'partnerships.shared': 'shared partners',
  'partnerships.graph': 'partner graph',
};

function sourceOf(kind: LookupKind, id: string, outcome: LookupOutcome): string {
  if (kind === 'company') return 'company lookup';
  if (kind === 'rows') return LISTS[readQuestion(id).operation] ?? 'Trace API';
  const isListed = outcome.is === 'found' && (outcome.record as PartnersRecord).isListed === true;
  return isListed ? LISTS['partnerships.list']! : 'partner enrichment';
}

/** What the arguments of a call hold now. @returns `null`: more cells than anyone wants added up */
export async function readCallArguments(
  ports: RunPorts,
  sheet: string,
  { args }: FormulaCall,
): Promise<unknown[] | null> {
  const read: unknown[] = [];
  for (const argument of args) {
    if (argument.is === 'value') read.push(argument.value);
    else if (argument.rows * argument.columns > MOST_CELLS) return null;
    else read.push(await readCells(ports, sheet, argument));
  }
  return read;
}

async function readCells(ports: RunPorts, sheet: string, range: CellRange): Promise<unknown> {
  const columns = Array.from({ length: range.columns }, (_column, at) => range.column - 1 + at);
  const area = { sheet, row: range.row - 1, rows: range.rows, columns, withFormats: false };
  const block = await ports.sheet.read(area);
  return Array.from({ length: range.rows }, (_row, row) => block.columns.map(({ values }) => values[row] ?? ''));
}
