import { findOpenRows } from './may-fill';
import { namingOf } from './naming';
import { priceRun, type RunPrice } from './plan/price';
import { readTable } from './reading';
import { loadRecord } from './record/enrichment-record';
import type { RunPorts } from './sheet/ports';

/** What an enrichment that goes on would fill, and for how much. */
export interface PricedRest {
  /** Rows of companies. */
  readonly rows: number;
  readonly price: RunPrice;
}

/**
 * The price of the rows that are not filled yet, found without a request. Filled rows are priced too: their answers
 * are saved, so they cost nothing, and they tell how many partners a company has.
 * Throws `runGone`, `recordDamaged`, `sheetGone` or `columnsGone`.
 */
export async function priceRest(ports: RunPorts): Promise<PricedRest> {
  const record = await loadRecord(ports);
  const { choices, maxAgeMs } = record.head;
  const nameOf = namingOf(record.head);
  const reading = await readTable(ports, record.head);
  const open = findOpenRows(record, reading, nameOf).open.filter(({ isAsked }) => isAsked);
  const isOpen = new Set(open.map(({ row }) => row));
  const rows = [...reading.rowsByText]
    .filter(([text]) => record.isSelected(text))
    .flatMap(([, places]) => places)
    .sort((one, other) => one - other)
    .flatMap((row) => {
      const identifier = nameOf(reading.input[row]!);
      return identifier === null ? [] : [{ row, identifier }];
    });
  const price = await priceRun(ports, { rows, choices }, maxAgeMs);
  const afterRow = price.afterRow?.filter((_credits, at) => isOpen.has(rows[at]!.row)) ?? null;
  return { rows: open.length, price: { ...price, afterRow } };
}
