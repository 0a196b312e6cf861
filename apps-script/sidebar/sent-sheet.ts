import type { SheetChart, SheetLooks } from '../../shared/ports';
import type { SentChart, SentSheetLooks } from '../messages/bulk-messages';
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

export function toSentLooks({ widths, formats, titles = [], frozenRows = 0 }: SheetLooks): SentSheetLooks {
  return {
    formats,
    widths: widths.map(toPixels),
    titles: titles.map((title) => ({ numbersFrom: 0, size: 0, fill: '', ...title })),
    frozenRows,
  };
}
