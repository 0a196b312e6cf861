/**
 * In a file of its own, since it is translated. The other texts of `summary-sheet.ts` stand in cells or are names of
 * Excel's, and stay as they are.
 */
export const NO_CHART = 'There is no chart: this program draws none. The table has the numbers.';
