import type { RunPorts } from '../../enrich/sheet/ports';
import { type FormulaCall, readFormulaCall } from '../../cells/formulas';
import type { CellRange } from '../../cells/formula-text';
import { readQuestion } from '../../client/rows';
import type { PartnersRecord } from '../../client/resources/partnerships';
import { chargeOfAnswers } from '../../credits/charges';
import { answerFormula } from '../../functions/answer-formula';
import { BODIES } from '../../functions/call';
import type { FormulaPorts } from '../../functions/ports';
import { recall } from '../../lookup/cache';
import { NO_ACCOUNT } from '../../records/no-account';
import type { LookupKind, LookupOutcome } from '../../records/outcome';
import { account } from '../../records/ports';
import { runAsync, type Async } from '../../task';
import { FREE_FOR_MS } from '../../days';
import type { ActiveCell } from '../bulk-host';

/** What the answer in a cell is made of. */
export interface Receipt {
  /** Saved answers, and look-ups without one. */
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

/** A cell refers to no more cells than anybody wants added up. */
const MOST_CELLS = 5_000;

/** The Trace call of a cell, if that is all it consists of. */
export function callOfCell({ formula }: ActiveCell): FormulaCall | null {
  return formula === '' ? null : readFormulaCall(formula);
}

/**
 * Reads the saved answers that a formula shows, without a request.
 *
 * @returns `null`: its arguments cannot be read, or it shows no answer
 */
export async function readReceipt(ports: RunPorts, cell: ActiveCell): Promise<Receipt | null> {
  const call = callOfCell(cell);
  const args = call === null ? null : await readArguments(ports, cell.sheet, call);
  if (call === null || args === null) return null;
  const payer = (await ports.perform(account())) ?? NO_ACCOUNT;
  const seen = new Map<string, { readonly kind: LookupKind; readonly id: string; readonly outcome: LookupOutcome }>();
  const { now, paid, peek } = ports.client;
  const performers: Async<FormulaPorts> = {
    now,
    paid,
    peek,
    payer: () => payer,
    keepShown: () => undefined,
    async lookup({ kind, identifiers }) {
      const { outcomes } = await ports.perform(recall(payer, kind, identifiers));
      const found = identifiers.map((id): [string, LookupOutcome] => [id, outcomes.get(id) ?? { is: 'notAsked' }]);
      for (const [id, outcome] of found) seen.set(`${kind} ${id}`, { kind, id, outcome });
      return new Map(found);
    },
  };
  await runAsync(answerFormula(call.id, args, BODIES[call.id]), performers);
  return toReceipt([...seen.values()]);
}

function toReceipt(
  seen: readonly { readonly kind: LookupKind; readonly id: string; readonly outcome: LookupOutcome }[],
): Receipt | null {
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

async function readArguments(ports: RunPorts, sheet: string, { args }: FormulaCall): Promise<unknown[] | null> {
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
