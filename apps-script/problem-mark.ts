/** What a cell with a problem begins with, so that formulas and people can find it. */
export const PROBLEM_MARK = '#TRACE: ';
