import { readDomain } from '../../cells/identifier';
import { NO_ACCOUNT } from '../../records/account';
import { account } from '../../lookup/ports';
import { recall } from '../../lookup/cache';
import { isAnswered, mostCommon, valuesOf, type Bar, type CellReader } from './top-values';
import { type AskingChoice, type Choice, type Found } from '../plan/column-spec';
import { toField } from '../plan/column-answer';
import { columnGone } from '../columns';
import { readTable } from '../reading';
import type { RunPorts } from '../sheet/ports';
import type { Head } from '../record/head';
import { companyOf } from '../naming';
import type { GridValue } from '../sheet/cell-values';

const RECALLED_AT_ONCE = 10_000;
const NOTHING_FOUND: Found = { company: undefined, partners: undefined, lists: new Map(), compared: new Map() };

/** Fields of lists whose values are worth counting. */
const COUNTED: ReadonlySet<string> = new Set(['name', 'category', 'vendor_name', 'type', 'domain']);
/** Facts that many companies share. */
const SHARED: ReadonlySet<string> = new Set(['industry', 'country', 'region', 'city', 'employee_range']);

/** The columns of an enrichment that can be charted, as indexes of its choices: lists first. */
export function chartable(choices: readonly Choice[]): readonly number[] {
  const lists = choices.flatMap((choice, index) => (isList(choice) && COUNTED.has(choice.field) ? [index] : []));
  const facts = choices.flatMap((choice, index) =>
    choice.adds === 'company' && SHARED.has(choice.field) ? [index] : [],
  );
  return [...lists, ...facts];
}

type ListChoice = Extract<Choice, { readonly adds: 'technologies' | 'partners' | 'sharedPartners' }>;

function isList(choice: Choice): choice is ListChoice {
  return choice.adds === 'technologies' || choice.adds === 'partners' || choice.adds === 'sharedPartners';
}

/** The counted values of a column. */
export interface ColumnChart {
  readonly bars: readonly Bar[];
  /** The number of rows with an answer, of which the bars are shares. */
  readonly answered: number;
}

/**
 * The most common values of a column that an enrichment filled, as it is now, including edits. Throws `sheetGone` or
 * `columnsGone`.
 */
export async function readColumnChart(ports: RunPorts, head: Head, choice: number, most = 20): Promise<ColumnChart> {
  const { cells, reader } = await readFilled(ports, head, choice);
  return { bars: mostCommon(cells, most, reader), answered: cells.filter(isAnswered).length };
}

/** Rows with a value in one column. Rows and columns count from 0. */
export interface FoundRows {
  readonly sheet: string;
  readonly column: number;
  readonly rows: readonly number[];
  /** `null`: the column has no title. */
  readonly titleRow: number | null;
  /** What the cells of these rows hold in the column, each text once. */
  readonly texts: readonly string[];
  /** The companies of these rows by domain, without repeats. */
  readonly domains: readonly string[];
}

/**
 * The rows that have a value in a column that an enrichment filled, as it is now. Throws `sheetGone` or
 * `columnsGone`.
 */
export async function findRowsWith(ports: RunPorts, head: Head, choice: number, value: string): Promise<FoundRows> {
  const { sheet, column, titleRow, first, inputs, cells, reader } = await readFilled(ports, head, choice);
  const found = cells.flatMap((cell, at) => (valuesOf(cell, reader).has(value) ? [at] : []));
  const domains = new Set(found.flatMap((at) => readDomain(companyOf(inputs[at]) ?? '') ?? []));
  const texts = new Set(found.map((at) => String(cells[at])));
  return { sheet, column, rows: found.map((at) => first + at), titleRow, texts: [...texts], domains: [...domains] };
}

async function readFilled(ports: RunPorts, head: Head, choice: number) {
  const reading = await readTable(ports, head);
  const { columns, titleRow } = reading;
  const target = reading.targets[choice];
  if (target === null || target === undefined) {
    throw columnGone(head.targets[choice]?.title ?? '', columns.doubts.get(choice) ?? 'gone');
  }
  const first = titleRow === null ? 0 : titleRow + 1;
  const [inputs, cells] = [reading.input.slice(first), target.values.slice(first)];
  const lists = inputs.filter((_input, at) => String(cells[at] ?? '').includes(', '));
  const asked = head.choices[choice]!;
  const reader: CellReader = isList(asked)
    ? { isList: true, known: await recallValues(ports, asked, lists) }
    : { isList: false, known: new Set() };
  return { sheet: columns.sheet, column: columns.targets[choice]!, titleRow, first, inputs, cells, reader };
}

/** The values in the saved answers, some of which contain commas. */
async function recallValues(
  ports: RunPorts,
  choice: Choice,
  inputs: readonly GridValue[],
): Promise<ReadonlySet<string>> {
  const values = new Set<string>();
  if (choice.adds === 'status') return values;
  const payer = (await ports.perform(account())) ?? NO_ACCOUNT;
  const isOfPartners = choice.adds === 'partners' || choice.adds === 'sharedPartners';
  const asked: AskingChoice = isOfPartners ? { adds: 'partners', field: choice.field, type: null } : choice;
  const identifiers = [...new Set(inputs.flatMap((input) => companyOf(input) ?? []))];
  for (let start = 0; start < identifiers.length; start += RECALLED_AT_ONCE) {
    const some = identifiers.slice(start, start + RECALLED_AT_ONCE);
    const { outcomes } = await ports.perform(recall(payer, isOfPartners ? 'partners' : 'company', some));
    for (const outcome of outcomes.values()) {
      if (outcome.is !== 'found') continue;
      const field = toField(asked, outcome.record, outcome.asOfMs, NOTHING_FOUND);
      if (field.is !== 'many') continue;
      for (const cell of field.cells ?? []) values.add(String(cell));
    }
  }
  return values;
}
