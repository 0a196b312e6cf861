import type { Looks, LooksPort } from '../../shared/ports';
import type { ExcelContext } from '../excel-api';
import type { ExcelRange } from '../excel-range';
import { onWorkbook, outsideUndo } from './on-workbook';

const [BOLD, NOT_BOLD, NO_FILL] = ['bold', 'normal', 'none'];
/** In points, for the default font of a new workbook. */
const POINTS_OF_CHARACTER = 5.25;
const POINTS_BESIDE = 4;
const STYLE =
  'format/font/bold,format/font/color,format/fill/color,format/horizontalAlignment,format/verticalAlignment';

/** Reads and changes column styles in Excel; widths are points. Everything here exists since ExcelApi 1.1. */
export const LOOKS: LooksPort = {
  plain: [NOT_BOLD, '#000000', NO_FILL, 'general', 'bottom'],
  widthOf: (characters) => characters * POINTS_OF_CHARACTER + POINTS_BESIDE,
  read: (sheet, row, columns) =>
    onWorkbook(async (context) => {
      const ranges = cellsOf(context, sheet, row, columns);
      for (const range of ranges) range.load(`${STYLE},format/columnWidth`);
      await context.sync();
      return ranges.map(toLooks);
    }),
  change: (sheet, row, changes) =>
    outsideUndo(async (context) => {
      const ranges = cellsOf(
        context,
        sheet,
        row,
        changes.map(({ column }) => column),
      );
      for (const range of ranges) range.load('values');
      await context.sync();
      for (const [at, range] of ranges.entries()) {
        if (range.values[0]?.[0] === changes[at]!.title) dress(range, changes[at]!);
      }
      await context.sync();
    }),
};

function cellsOf(context: ExcelContext, id: string, row: number, columns: readonly number[]): readonly ExcelRange[] {
  const sheet = context.workbook.worksheets.getItem(id);
  return columns.map((column) => sheet.getRangeByIndexes(row, column, 1, 1));
}

function toLooks({ format }: ExcelRange): Looks {
  const { font, fill, horizontalAlignment, verticalAlignment, columnWidth } = format;
  const color = fill.color.toLowerCase();
  return {
    style: [
      font.bold ? BOLD! : NOT_BOLD!,
      font.color.toLowerCase(),
      // Excel reports white for a cell without a fill.
      color === '' || color === '#ffffff' ? NO_FILL! : color,
      horizontalAlignment.toLowerCase(),
      verticalAlignment.toLowerCase(),
    ],
    width: columnWidth,
  };
}

function dress({ format }: ExcelRange, { style, width }: Looks): void {
  const [bold = '', color = '', fill = '', horizontal = '', vertical = ''] = style;
  if (bold !== '') format.font.bold = bold === BOLD;
  if (color !== '') format.font.color = color;
  if (fill === NO_FILL) format.fill.clear();
  else if (fill !== '') format.fill.color = fill;
  if (horizontal !== '') format.horizontalAlignment = toName(horizontal);
  if (vertical !== '') format.verticalAlignment = toName(vertical);
  if (width > 0) format.columnWidth = width;
}

/** The name as Excel spells it. Titles never get `CenterAcrossSelection`. */
function toName(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
