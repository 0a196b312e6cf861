/** Apart from the sheet that it is said of, whose words are cells, and names of Excel's that look like words. */
export const NO_CHART = 'There is no chart: this program draws none. The table has the numbers.';
