/** The start of every problem in a cell, so that formulas and people can find it. */
export const PROBLEM_MARK = '#TRACE: ';
