import type { Block } from '../../shared/freeze';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import { isTooMuch } from '../bulk/on-workbook';
import { readInParts } from '../halved-reads';
import { inCalls, type Part } from './parts';
import { rangeOf } from './read-cells';

/** How a date of a function shows in a cell that has no format of its own. */
const DAY = /^\d{4}-\d\d-\d\d$/;
export const DAY_FORMAT = 'yyyy-mm-dd';

/** A function brings the format of its date along, and the value alone may not. */
export async function findDays(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  parts: readonly Part[],
): Promise<readonly (readonly [row: number, column: number])[]> {
  const days: (readonly [number, number])[] = [];
  const look = async (some: readonly Block[]): Promise<void> => {
    const asked = some.map((part) => {
      const range = rangeOf(sheet, part);
      range.load('values,numberFormat,text');
      return { part, range };
    });
    await context.sync();
    for (const { part, range } of asked) {
      range.text.forEach((line, down) =>
        line.forEach((text, right) => {
          const isDay = typeof range.values[down]?.[right] === 'number' && DAY.test(String(text));
          if (isDay && range.numberFormat[down]?.[right] === 'General') {
            days.push([part.row + down, part.column + right]);
          }
        }),
      );
    }
  };
  for (const some of inCalls(parts)) {
    try {
      await look(some);
    } catch (thrown) {
      if (!isTooMuch(thrown)) throw thrown;
      for (const part of some) {
        await readInParts(part.rows, part.rows, (start, rows) => look([{ ...part, row: part.row + start, rows }]));
      }
    }
  }
  return days;
}
