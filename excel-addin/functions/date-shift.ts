import { excelApi, type ExcelContext } from '../excel-api';

/** The number of 2 January 1904 in the usual date system. */
const SERIAL_1904 = 1_463;

/** Functions and panel are two scripts of one page, which belongs to one workbook. */
const SHIFT = Symbol.for('trace.dateShift');
const page = globalThis as { [SHIFT]?: number };

/**
 * How many days later the workbook starts counting: 0, or 1,462 if it counts from 1904; `undefined`: not known yet.
 */
function dateShift(): number | undefined {
  return page[SHIFT];
}

/** @internal the tests of cells set it where no Excel answers */
export function noteDateShift(days: number): void {
  page[SHIFT] = days;
}

/**
 * Reads the workbook's date system. Excel's API reveals it only by its own DATE function:
 * https://learn.microsoft.com/javascript/api/excel/excel.functions#excel-excel-functions-date-member(1). Until Excel
 * has answered, the usual system is assumed.
 */
export async function readDateShift(context: ExcelContext): Promise<number> {
  try {
    if (dateShift() === undefined) {
      const day = context.workbook.functions.date(1904, 1, 2);
      day.load('value');
      await context.sync();
      noteDateShift(day.value === 1 ? SERIAL_1904 - 1 : 0);
    }
  } catch {
    // The next call asks again.
  }
  return dateShift() ?? 0;
}

/** Excel answers within milliseconds, unless the user is typing into a cell. */
const PATIENCE_MS = 2_000;

/** From then on dates are texts on this page, so that no column mixes both. */
let isTooLate = false;
let learning: Promise<void> | undefined;
let deciding: Promise<void> | undefined;

/** How many days later cells count; `undefined`: dates are texts. */
export function shiftOfCells(): number | undefined {
  return isTooLate ? undefined : dateShift();
}

/** Whether {@link shiftOfCells} is final. */
export function areDaysDecided(): boolean {
  return isTooLate || dateShift() !== undefined;
}

/** Asks Excel while the first formulas wait for their answers. No cell is read. */
export function learnDateShift(): Promise<void> {
  return (learning ??= ask().finally(() => (learning = undefined)));
}

/** Resolves once the form of dates is decided: numbers, if Excel reports the date system in time. */
export function decideDays(): Promise<void> {
  return (deciding ??= decide());
}

async function decide(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
  await Promise.race([learnDateShift(), tooLong]);
  clearTimeout(timer);
  isTooLate = dateShift() === undefined;
}

async function ask(): Promise<void> {
  await excelApi()
    ?.run({ delayForCellEdit: true }, readDateShift)
    .catch(() => undefined);
}
