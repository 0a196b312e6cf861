import { serialOf } from '../../shared/formulas';
import type { ColumnFormat, SheetChart, SheetLooks, SheetValue } from '../../shared/ports';
import { asTyped } from '../../shared/runs';
import type { SentChart, SentSheetLooks } from '../messages/sheet-messages';
import { toPixels } from './looks-port';

/** Of a new sheet, in pixels. */
const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;

/** The size of a chart as that of the cells that it covers, since Google places only its corner. */
export function toSentChart({ at, ...chart }: SheetChart, looks: SheetLooks | undefined): SentChart {
  const characters = looks?.widths[at.column];
  return {
    ...chart,
    at: { row: at.row, column: at.column },
    width: characters === undefined ? COLUMN_WIDTH : toPixels(characters),
    height: at.rows * ROW_HEIGHT,
  };
}

const NO_LOOKS: SheetLooks = { widths: [], formats: [] };

export function toSentLooks({
  widths,
  formats,
  titles = [],
  textCells = [],
  frozenRows = 0,
} = NO_LOOKS): SentSheetLooks {
  return {
    formats,
    widths: widths.map(toPixels),
    titles: titles.map((title) => ({ numbers: [], size: 0, fill: '', ...title })),
    textCells,
    frozenRows,
  };
}

/** @param formats of columns; those of dates are added */
export function toSentRows(
  rows: readonly (readonly SheetValue[])[],
  formats: readonly ColumnFormat[],
): { readonly rows: (string | number)[][]; readonly formats: readonly ColumnFormat[] } {
  const dates = new Set<number>();
  const sent = rows.map((row) =>
    row.map((value, column) => {
      if (typeof value !== 'object') return asTyped(value);
      dates.add(column);
      return serialOf(value.day);
    }),
  );
  return { rows: sent, formats: [...formats, ...[...dates].map((column) => ({ column, format: 'yyyy-mm-dd' }))] };
}
